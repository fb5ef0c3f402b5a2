// What <keep-offline> says in each of its states.

import { renderMegabytes } from '../core/offline-edition.ts';
import { say } from '../core/words.ts';
import type { KeepFailure, KeepProgress } from './service-worker-messages.ts';

/** Why a browser cannot keep the survey. */
export type Obstacle = 'development' | 'file' | 'insecure' | 'unsupported';

/** How it stands with keeping. */
export type KeepState =
  | { readonly kind: 'impossible'; readonly obstacle: Obstacle }
  /** Not kept; `isBegun` where a download broke off. */
  | { readonly kind: 'absent'; readonly isBegun: boolean }
  | { readonly kind: 'running'; readonly progress?: KeepProgress | undefined }
  | { readonly kind: 'kept' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'failed'; readonly reason: KeepFailure | 'start' | 'remove' };

/** What is shown: a sentence, and the names of the buttons, where there is something to press. */
export type KeepView = {
  readonly text: string;
  readonly keep?: string;
  readonly remove?: string;
};

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  development: say`Keeping is part of the built site: this is a preview of a page.`,
  file: say`These pages are files on your device: they are yours offline already.`,
  insecure: say`Browsers keep pages only from addresses that begin with https. This one does not.`,
  unsupported: say`This browser cannot keep pages for offline, or is told not to, as some are in a private window.`,
};

const FAILURES: Readonly<Record<KeepFailure | 'start' | 'remove', string>> = {
  full: say`There is not enough room on this device. Nothing was kept. Free some space, then try again.`,
  refused: say`This browser refused to store the survey. Nothing else has changed. A private window may be why.`,
  interrupted: say`The download stopped before the end. What has arrived stays: try again, and it goes on from there.`,
  start: say`The download could not begin. Check the connection, then try again.`,
  remove: say`The browser did not let go of everything. Its settings have a place to clear the data of a site.`,
};

/** The words for a state. */
export function describeKeeping(state: KeepState): KeepView {
  switch (state.kind) {
    case 'impossible':
      return { text: OBSTACLES[state.obstacle] };
    case 'absent':
      return state.isBegun
        ? {
            text: say`A part of the survey is on this device already.`,
            keep: say`Go on keeping`,
            remove: say`Remove the part`,
          }
        : { text: say`The survey is not kept on this device yet.`, keep: say`Keep for offline` };
    case 'running':
      return { text: say`The survey is being kept. You can go on reading meanwhile.` };
    case 'kept':
      return {
        text: say`The whole survey is kept on this device. It opens without a network.`,
        remove: say`Remove`,
      };
    case 'removed':
      return { text: say`The survey was removed from this device.`, keep: say`Keep for offline` };
    case 'failed':
      return state.reason === 'remove'
        ? { text: FAILURES.remove, remove: say`Try again` }
        : { text: FAILURES[state.reason], keep: say`Try again` };
  }
}

/** `1.2 MB of 4.3 MB, 37 of 61 parts`: how far a download is. */
export function describeProgress({ parts, totalParts, bytes, totalBytes }: KeepProgress): string {
  return say`${renderMegabytes(bytes)} of ${renderMegabytes(totalBytes)}, ${parts} of ${totalParts} parts`;
}

/** What stands in the way of keeping, if anything: `hasWorkers` says whether the browser offers service workers. */
export function findObstacle(page: {
  readonly protocol: string;
  readonly isSecure: boolean;
  readonly hasWorkers: boolean;
  readonly isBuilt: boolean;
}): Obstacle | undefined {
  if (page.protocol === 'file:') return 'file';
  if (!page.isBuilt) return 'development';
  if (!page.isSecure) return 'insecure';
  return page.hasWorkers ? undefined : 'unsupported';
}
