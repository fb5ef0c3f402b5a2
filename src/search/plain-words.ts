// Plain English and how papers say it: what a reader may mean by a word that no paper has.
import { stemOf } from './vocabulary.ts';

/** A plain word, then what scholarly English says instead, the nearest first. General English: nothing of a field. */
const PLAIN_WORDS = `
  amount: quantity number        answer: response solution        ask: query prompt              bad: poor low
  big: large                     boring: redundant                break: decompose fail          broken: faulty flawed
  bug: error issue defect        build: construct                 calculate: compute             car: vehicle driving
  careful: deliberate            change: modify alter adapt       chart: figure graph plot       chat: dialogue conversation
  cheap: inexpensive efficient   check: verify evaluate           choose: select                 clever: intelligent
  clue: hint evidence            compare: contrast              confuse: mislead ambiguous
  cooperate: collaborate         copy: imitate replicate          correct: accurate              cut: reduce
  damage: harm degrade           decide: determine select         doctor: clinician physician medical
  draw: sketch visualize         drive: vehicle                   drop: decrease reduce          dumb: poor
  easy: simple                   enough: sufficient               error: mistake                 expensive: costly
  explain: interpret             fact: knowledge evidence         fail: failure                  fake: synthetic
  fast: rapid efficient latency  faster: acceleration efficient latency speed                    feeling: emotion
  few: limited scarce            fix: repair correct resolve      flaw: error                    foresee: predict
  forget: neglect                goal: objective
  good: effective                grade: score evaluate            grow: increase scale           guess: estimate predict
  handy: useful                  hard: difficult challenging      harm: degrade                  help: assist support
  helper: assistant agent        hint: guidance                   honest: faithful               huge: large
  idea: concept                  imagine: imagination             improve: enhance               judge: evaluate assess
  keep: preserve maintain        lack: scarcity                   lazy: laziness                 lie: fabricate
  link: connection relation      look: inspect search             lose: reduce sacrifice compromise
  machine: model                 make: generate construct create  many: multiple                 map: graph
  medicine: drug medical         memory: memorization             merge: combine integrate       mistake: error
  mix: combine hybrid            money: financial economic        move: action                   movie: video
  need: require                  noise: noisy                     odd: unusual                   old: prior traditional
  opinion: preference            page: document                   people: human                  photo: image visual
  pick: select                   picture: image visual            piece: component module        place: location
  powerful: strong               predict: prediction              proof: theorem verify          proper: correct
  purpose: objective             puzzle: problem                  quick: rapid efficient         quicker: faster efficient
  quiet: silent                  reach: achieve                   reading: comprehension         reliable: robust
  remember: memorize recall      repeat: iterate redundant        right: correct                 robot: agent embodied
  ruin: degrade damage           rule: constraint                 safe: reliable                 save: reduce
  scan: document image           school: education                see: perceive observe          shape: structure
  share: proportion              short: concise                   show: demonstrate              shrink: compress reduce
  sick: patient disease          similar: analogous               slow: latency inefficient      smart: intelligent
  solve: resolve                 speed: latency efficiency        speedup: acceleration          split: decompose partition
  stable: stability              start: initial                   steady: stable consistent      stop: terminate
  strange: unusual               stubborn: rigid                  stuck: stagnation              stupid: poor
  sum: arithmetic                sure: confident certain          surprise: unexpected           talk: dialogue conversation
  teach: train instruct          team: collaboration              tell: inform                   test: evaluate benchmark
  think: reason                  tiny: small                      together: jointly collaborate  trick: strategy
  trip: travel                   trust: reliable                  truth: factual                 try: attempt
  turn: convert transform        understand: comprehend           unsure: uncertain              useful: beneficial
  useless: redundant             view: perspective                waste: redundant inefficient   way: method approach
  weak: poor limited             weird: unusual                   wish: preference intent        wrong: incorrect flawed erroneous
`;

const MEANINGS: ReadonlyMap<string, readonly string[]> = new Map(
  PLAIN_WORDS.trim()
    .split(/\s{2,}/)
    .map((entry) => entry.split(': '))
    .map(([plain = '', meanings = '']) => [stemOf(plain), meanings.split(' ')]),
);

/** What papers may say instead of a word, the nearest first; nothing for words that are not plain English. */
export function meaningsOf(word: string): readonly string[] {
  const plain = word.toLowerCase();
  return MEANINGS.get(plain) ?? MEANINGS.get(stemOf(plain)) ?? [];
}
