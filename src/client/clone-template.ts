// Elements that the page brings as a template, and scripts fill.

/** A copy of the element in the template with this id. */
export function cloneTemplate(id: string): HTMLElement {
  const template = document.getElementById(id) as HTMLTemplateElement;
  return (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
}
