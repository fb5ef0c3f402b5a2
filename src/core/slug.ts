// The form of a slug, by itself: how slugs are made no reader needs.

/** A name used in addresses and file names: lower-case letters and digits, words joined by hyphens. "nest-choice", "swarm2" */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
