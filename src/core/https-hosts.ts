// Which http addresses may become https without asking the network: hosts of research that have served https for years.

const HOSTS: ReadonlySet<string> = new Set([
  ...['aclanthology.org', 'arxiv.org', 'biorxiv.org', 'creativecommons.org', 'dl.acm.org', 'doi.org'],
  ...['dx.doi.org', 'github.com', 'github.io', 'gitlab.com', 'hal.science', 'huggingface.co'],
  ...[
    'ieeexplore.ieee.org',
    'jmlr.org',
    'nature.com',
    'openaccess.thecvf.com',
    'openreview.net',
    'orcid.org',
  ],
  ...[
    'papers.nips.cc',
    'proceedings.mlr.press',
    'proceedings.neurips.cc',
    'science.org',
    'sciencedirect.com',
  ],
  ...['semanticscholar.org', 'springer.com', 'wikipedia.org', 'youtube.com', 'zenodo.org'],
]);

/** The https form of an http address, where its host, or a domain above it, is known to serve the same by https. */
export function toHttps(address: string): string | undefined {
  if (!/^http:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { hostname, port } = new URL(address);
  const domains = hostname.split('.').map((_, index, labels) => labels.slice(index).join('.'));
  if (port !== '' || !domains.some((domain) => HOSTS.has(domain))) return undefined;
  return address.replace(/^http/i, 'https');
}
