// Colours for what takes no stylesheet: pictures, and the frame of a browser.

/** Hues of the pages by day and by night, as in tokens.css. */
const DAY = 88;
const NIGHT = 265;

/** The colour of the paper in both schemes, as in tokens.css; a survey may have a hue of its own. */
export function paperColours(hue?: number): { readonly light: string; readonly dark: string } {
  return { light: oklchToHex(0.977, 0.009, hue ?? DAY), dark: oklchToHex(0.2, 0.014, hue ?? NIGHT) };
}

/**
 * An OKLCH colour as `#rrggbb`; components that sRGB does not have are cut off. Lightness from 0 to 1, hue in degrees.
 * After Björn Ottosson, "A perceptual color space for image processing" (bottosson.github.io/posts/oklab).
 */
export function oklchToHex(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear.map((value) => toByte(value).toString(16).padStart(2, '0')).join('')}`;
}

function toByte(linear: number): number {
  const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, value)));
}
