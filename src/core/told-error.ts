// Errors that are no mistakes of the software.

/** An error whose message tells a person all: what happened, where, and what to do. It is shown without a stack. */
export class ToldError extends Error {}
