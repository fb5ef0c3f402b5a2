import { describe, expect, it } from 'vitest';
import { hive, named, scouts } from './made-up-papers.ts';
import { makeArticleData, makeCitationTags } from './scholarly.ts';

const article = {
  ...scouts,
  venue: 'Bees 6(10), 2026',
  venueKind: 'journal',
  abstract: 'Scouts vote.',
} as const;

describe('tags', () => {
  const tagsOf = (paper: Parameters<typeof makeCitationTags>[0]) =>
    makeCitationTags(paper).map(({ name, content }) => [name.replace('citation_', ''), content]);

  it('tell what is known of a paper of proceedings', () => {
    expect(tagsOf(scouts)).toEqual([
      ['title', scouts.title],
      ['author', 'Ada Byron'],
      ['author', 'Grace Hopper'],
      ['publication_date', '2026'],
      ['conference_title', 'Animal Behaviour & Co 2026'],
      ['arxiv_id', '2501.01234'],
      ['abstract_html_url', scouts.url],
    ]);
  });

  it('tell volume and issue of an article', () => {
    expect(tagsOf(article)).toEqual(
      expect.arrayContaining([
        ['journal_title', 'Bees'],
        ['volume', '6'],
        ['issue', '10'],
      ]),
    );
  });

  it('have the family name first where it is not the last word', () => {
    const authors = tagsOf(named).filter(([name]) => name === 'author');
    expect(authors.map(([, name]) => name)).toEqual(['Byron King, Ada', 'Wu, Mei', 'Swarm Builders']);
  });

  it('name nobody where the names are not known', () => {
    expect(tagsOf(hive)).toEqual([
      ['title', 'old hive'],
      ['abstract_html_url', hive.url],
    ]);
  });
});

describe('data', () => {
  it('tell what is known', () => {
    expect(makeArticleData(article, 'en')).toMatchObject({
      '@type': 'ScholarlyArticle',
      name: scouts.title,
      author: [{ name: 'Ada Byron' }, { name: 'Grace Hopper' }],
      datePublished: '2026',
      isPartOf: {
        issueNumber: '10',
        isPartOf: { volumeNumber: '6', isPartOf: { '@type': 'Periodical', name: 'Bees' } },
      },
      identifier: [{ propertyID: 'arXiv', value: '2501.01234' }],
      sameAs: 'https://arxiv.org/abs/2501.01234',
      abstract: 'Scouts vote.',
    });
  });

  it('tell a group from people', () => {
    const { author } = makeArticleData({ ...article, authors: ['Hive Team', 'Ada Byron'] }, 'en');
    expect(author).toEqual([
      { '@type': 'Organization', name: 'Hive Team' },
      { '@type': 'Person', name: 'Ada Byron' },
    ]);
    expect(makeArticleData(named, 'en')).toMatchObject({
      author: [{ '@type': 'Person' }, { '@type': 'Person' }, { '@type': 'Organization' }],
    });
  });

  it('leave out what is not', () => {
    expect(Object.keys(makeArticleData(hive, 'en'))).toEqual([
      '@type',
      '@id',
      'mainEntityOfPage',
      'name',
      'headline',
      'inLanguage',
    ]);
  });
});
