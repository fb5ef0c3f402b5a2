import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createUrls } from './urls.ts';
import { makeWebManifest } from './web-manifest.ts';

const survey = {
  title: 'How Bees Decide',
  short: 'Bees',
  description: 'A survey of swarms.',
  language: 'en',
};

test('the survey is named and begins where it is served', () => {
  const manifest = makeWebManifest(survey, createUrls('/survey'));
  expect(manifest).toMatchObject({
    name: 'How Bees Decide',
    short_name: 'Bees',
    start_url: '/survey/',
    scope: '/survey/',
  });
  expect(manifest.icons.every(({ src }) => src.startsWith('/survey/'))).toBe(true);
});

test('its icons are pictures of the size that they claim', () => {
  const { icons } = makeWebManifest(survey, createUrls('/'));
  for (const { src, sizes, type } of icons) {
    expect(existsSync(`public${src}`)).toBe(true);
    if (type !== 'image/png') continue;
    const header = readFileSync(`public${src}`).subarray(0, 24); // signature, length, "IHDR", width, height
    expect(header.toString('latin1', 1, 4)).toBe('PNG');
    expect(`${header.readUInt32BE(16)}x${header.readUInt32BE(20)}`).toBe(sizes);
  }
  expect(icons.filter((icon) => 'purpose' in icon && icon.purpose === 'maskable')).toHaveLength(1);
});
