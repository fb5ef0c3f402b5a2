// Plain English and how papers say it: what a reader may mean by a word that no paper has.
import { stemOf } from './vocabulary.ts';

/** A plain word, then what scholarly English says instead, the nearest first. General English: nothing of a field. */
const PLAIN_WORDS = `
  advice: guidance                aim: goal objective             amount: quantity number
  answer: response solution       ask: query prompt               avoid: prevent mitigate         bad: poor low
  balance: trade-off              beat: outperform surpass rival  big: large                      blame: credit
  boost: improve enhance          boring: redundant               break: decompose fail
  broken: faulty flawed           browse: search web              bug: error issue defect         build: construct
  calculate: compute              cancer: oncology                car: vehicle driving            careful: deliberate
  catch: detect                   change: modify alter adapt      chart: figure graph plot
  chat: dialogue conversation     cheap: inexpensive efficient    check: verify evaluate          choose: select
  chunk: block segment            clean: filter curate            clever: intelligent             clue: hint evidence
  collapse: instability           collect: gather curate          combine: integrate merge        compare: contrast
  complicated: complex            computer: machine               confuse: mislead ambiguous
  cooperate: collaborate          copy: imitate replicate         correct: accurate
  crash: collapse failure         cure: treatment                 cut: reduce                     damage: harm degrade
  decide: determine select        delay: latency                  diagram: figure graph           differ: diverse
  difficult: hard challenging     disease: medical clinical       doctor: clinician physician medical
  doubt: uncertainty              draw: sketch visualize          drive: vehicle
  drop: decrease reduce           dumb: poor                      easy: simple                    edit: modify revise
  enough: sufficient              error: mistake                  exact: precise                  exam: test benchmark
  exercise: problem task          expensive: costly               explain: interpret              extra: additional
  fact: knowledge evidence        fail: failure                   fake: synthetic
  fast: rapid efficient latency   faster: acceleration efficient latency speed                    feeling: emotion
  few: limited scarce             film: video                     fix: repair correct resolve     flaw: error
  flexible: adaptive              follow: adhere                  fool: mislead                   foresee: predict
  forget: neglect                 giant: large                    goal: objective                 good: effective
  grade: score evaluate           gradual: progressive            grow: increase scale
  guess: estimate predict         guide: guidance                 habit: pattern behavior         handle: solve
  handy: useful                   hard: difficult challenging     harm: degrade                   help: assist support
  helper: assistant agent         hint: guidance                  honest: faithful
  hospital: clinical medical      huge: large                     idea: concept
  illness: disease medical        imagine: imagination            improve: enhance
  inspect: examine verify         internet: web online            invent: fabricate create        job: task
  join: combine integrate         judge: evaluate assess          jump: switch
  keep: preserve maintain         lack: scarcity                  lazy: laziness                  lie: fabricate
  link: connection relation       look: inspect search            loop: cycle iterate
  lose: reduce sacrifice compromise                               luck: chance                    machine: model
  make: generate construct create                                 many: multiple                  map: graph
  mark: score grade               medicine: drug medical          memory: memorization
  merge: combine integrate        middle: intermediate            mistake: error                  mix: combine hybrid
  money: financial economic       move: action                    movie: video                    need: require
  noise: noisy                    notice: detect                  obey: follow adhere             odd: unusual
  old: prior traditional          opinion: preference             outline: plan                   outside: external
  overview: survey review         page: document                  people: human                   personal: individual
  photo: image visual             pick: select                    picture: image visual
  piece: component module         place: location                 powerful: strong                practice: training
  praise: reward                  predict: prediction             price: cost                     prize: reward
  proof: theorem verify           proper: correct                 prove: proof verify             punish: penalty
  pupil: student                  purpose: objective              puzzle: problem
  quick: rapid efficient          quicker: faster efficient       quiet: silent                   random: stochastic
  rare: sparse                    reach: achieve                  reading: comprehension
  refuse: refusal decline         reliable: robust                remember: memorize recall
  repeat: iterate redundant       request: query instruction      retry: iterate                  revise: refine
  right: correct                  robot: agent embodied           route: path trajectory
  ruin: spoil degrade damage      rule: constraint                safe: reliable                  save: reduce
  scan: document image            school: education               see: perceive observe           several: multiple
  shape: structure                share: proportion               short: concise                  shortcut: spurious
  show: demonstrate               shrink: compress reduce         sick: patient disease           similar: analogous
  skill: ability capability       skip: omit                      slip: error mistake
  slow: latency inefficient       smart: intelligent              software: program code          solve: resolve
  speed: latency efficiency       speedup: acceleration           split: decompose partition      spoil: ruin degrade
  spot: detect identify           stable: stability steady        start: initial
  steady: stable consistent       stop: terminate                 strange: unusual                struggle: fail
  stubborn: rigid                 stuck: stagnation               stupid: poor                    sum: arithmetic
  summary: overview               sure: confident certain         surprise: unexpected
  talk: dialogue conversation     teach: train instruct           team: collaboration             tell: inform
  test: evaluate benchmark        think: reason                   tidy: structured                tiny: small
  together: jointly collaborate   trick: strategy                 trip: travel                    trust: reliable
  truth: factual                  try: attempt                    tumour: cancer oncology
  turn: convert transform         understand: comprehend          unfamiliar: unseen              unsure: uncertain
  useful: beneficial              useless: redundant              usual: habitual conventional    vague: ambiguous
  vary: diverse                   view: perspective               voice: speech
  vote: majority consistency      wait: latency                   wander: redundant
  waste: redundant inefficient    way: method approach            weak: poor limited              website: web
  weird: unusual                  win: outperform                 wish: preference intent         worker: agent
  write: generate                 wrong: incorrect flawed erroneous
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
