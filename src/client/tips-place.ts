// Where a tip stands on the page: plain numbers, so that it is tested without a browser.

/** A box on the page or the part of the page that shows, in pixels. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** From the edge of the window. */
const MARGIN = 8;

/** Below the link, or above where there is no room below; as far to the left as the window asks for. */
export function placeTip(
  link: Box,
  tip: Pick<Box, 'width' | 'height'>,
  view: Box,
): Pick<Box, 'left' | 'top'> {
  const rightmost = view.left + view.width - tip.width - MARGIN;
  const below = link.top + link.height;
  const above = link.top - tip.height;
  const fitsBelow = below + tip.height + MARGIN <= view.top + view.height;
  return {
    left: Math.max(view.left + MARGIN, Math.min(link.left, rightmost)),
    top: fitsBelow || above < view.top ? below : above,
  };
}
