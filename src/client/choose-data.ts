// Ways to hand a text to the reader.

/** Copies a text, with its markup for what pastes that; false where the browser does not allow it. */
export async function copyText(text: string, html?: string): Promise<boolean> {
  // Some browsers copy plain text alone.
  if (html && (await isDone(() => navigator.clipboard.write([makeClipboardItem(text, html)])))) return true;
  return isDone(() => navigator.clipboard.writeText(text));
}

function makeClipboardItem(text: string, html: string): ClipboardItem {
  const [plain, rich] = ['text/plain', 'text/html'] as const;
  return new ClipboardItem({
    [plain]: new Blob([text], { type: plain }),
    [rich]: new Blob([html], { type: rich }),
  });
}

async function isDone(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch {
    return false;
  }
}

/** Offers a text as a file to keep. */
export function downloadText(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The browser takes the file in its own time.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
