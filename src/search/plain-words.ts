// Plain English and how papers say it: what a reader may mean by a word that no paper has.
import { isLight } from './light-words.ts';
import { stemOf } from './vocabulary.ts';

/** A plain word, then what scholarly English says instead, the nearest first. General English: nothing of a field. */
const PLAIN_WORDS = `
  advice: guidance                ahead: future                   aim: goal objective
  amount: quantity number         answer: response solution       approve: accept
  argue: debate                   ask: query prompt               avoid: prevent mitigate
  backwards: backtrack            bad: poor low                   balance: trade-off
  beat: outperform surpass rival  beginner: novice                big: large
  bigger: larger                  blame: credit                   blueprint: plan
  blunder: error mistake          blurry: noisy                   bonus: reward
  boost: improve enhance          boring: redundant               bot: chatbot agent
  brain: cognitive                break: decompose fail           brittle: fragile
  broken: faulty flawed           browse: search web              bug: error issue defect
  build: construct                calculate: compute              cancer: oncology
  car: vehicle driving            careful: deliberate             catch: detect
  change: modify alter adapt      chart: figure graph plot        chat: dialogue conversation
  cheap: inexpensive efficient    cheaper: inexpensive efficient  cheat: shortcut hack
  check: verify evaluate          choose: select                  chunk: block segment
  clean: filter curate            clever: intelligent             client: user                    clip: video
  clone: imitate copy             clue: hint evidence             coach: guide teacher
  collapse: instability           collect: gather curate          combine: integrate merge
  company: business               compare: contrast               complicated: complex
  computer: machine               confuse: mislead ambiguous      contest: competition olympiad
  converse: dialogue conversation                                 cooperate: collaborate          cope: handle
  copy: imitate replicate         correct: accurate               crash: collapse failure
  cure: treatment                 customer: user                  cut: reduce
  damage: harm degrade            decide: determine select        delay: latency
  dependable: reliable robust     diagram: figure graph           differ: diverse
  difficult: hard challenging     dig: search                     discuss: dialogue debate
  disease: medical clinical       dispute: debate                 doable: feasible
  doctor: clinician physician medical                             doubt: uncertainty
  draw: sketch visualize          drawing: sketch image           dream: imagine
  drive: vehicle                  drop: decrease reduce           dumb: poor                      easy: simple
  edit: modify revise             emulate: imitate                encyclopedia: knowledge
  enough: sufficient              error: mistake                  evolve: evolution
  exact: precise                  exam: test benchmark            exercise: problem task
  expensive: costly               explain: interpret              extra: additional
  fact: knowledge evidence        fail: failure                   fake: synthetic
  fast: rapid efficient latency   faster: acceleration efficient latency speed
  feeling: emotion                fetch: retrieve                 few: limited scarce             film: video
  firm: business                  fix: repair correct resolve     flaw: error
  flexible: adaptive              follow: adhere                  fool: mislead
  footage: video                  forecast: predict prediction    foresee: predict
  forget: neglect                 fork: branch                    fragile: brittle sensitive
  frugal: efficient               garbage: noise noisy            giant: large
  glitch: error bug               goal: objective                 good: effective
  grade: score evaluate           gradual: progressive            grow: increase scale
  guess: estimate predict         guide: guidance                 gut: intuition
  habit: pattern behavior         handle: solve                   handy: useful
  hard: difficult challenging     harm: degrade                   help: assist support
  helper: assistant agent         hint: guidance                  homework: exercise
  honest: faithful                hopeless: fail                  hospital: clinical medical
  hospitalized: patient           huge: large                     hurt: degrade harm
  idea: concept                   illness: disease medical        imagine: imagination
  impossible: unsolvable hard     improve: enhance                inspect: examine verify
  internet: web online            invent: fabricate create        itinerary: planning trip        job: task
  join: combine integrate         judge: evaluate assess          juggle: coordinate              jump: switch
  keep: preserve maintain         kid: student                    lack: scarcity
  laptop: local device            lazy: laziness                  lengthy: long verbose
  lesson: training                lie: fabricate                  link: connection relation
  look: inspect search            lookup: retrieval search        loop: cycle iterate
  lose: reduce sacrifice compromise                               luck: chance
  machine: model                  magnify: zoom crop              make: generate construct create
  many: multiple                  map: graph                      mark: score grade
  medicine: drug medical          memory: memorization            mentor: teacher
  merge: combine integrate        mess: noise                     middle: intermediate
  mimic: imitate emulate          mimicry: imitation              misread: misinterpret
  mistake: error                  mix: combine hybrid             money: financial economic       move: action
  movie: video                    need: require                   noise: noisy
  nonsense: incorrect             notice: detect                  nudge: hint guide
  nurse: clinical                 obey: follow adhere             odd: unusual
  offline: local                  old: prior traditional          opinion: preference
  outdo: outperform               outline: plan                   outside: external
  overlook: ignore miss           overview: survey review         page: document
  peek: inspect                   people: human                   personal: individual
  phone: device                   photo: image visual             photograph: image visual
  physician: clinical medical     pick: select                    picture: image visual
  piece: component module         place: location                 poison: harm
  powerful: strong                practice: training              praise: reward
  precise: accurate fine-grained  predict: prediction             price: cost
  prize: reward                   proof: theorem verify           proper: correct
  prove: proof verify             punish: penalty                 pupil: student
  purpose: objective              puzzle: problem                 quick: rapid efficient
  quicker: faster efficient       quickly: rapid efficient        quiet: silent
  quiz: question                  ramble: redundant verbose       rambling: verbose redundant
  random: stochastic              rare: sparse                    rate: score
  reach: achieve                  reading: comprehension          recipe: strategy procedure
  recover: correct recovery       redo: revise retry              refuse: refusal decline
  rehearse: train                 reliable: robust                remember: memorize recall
  repeat: iterate redundant       request: query instruction      rethink: revise reflect
  retry: iterate                  revise: refine                  riddle: puzzle
  right: correct                  roadmap: plan                   robot: agent embodied
  route: path trajectory          rubbish: noise                  ruin: spoil degrade damage
  rule: constraint                safe: reliable                  save: reduce
  scan: document image            school: education               scientist: researcher expert
  see: perceive observe           settle: decide                  several: multiple
  shaky: unstable                 shape: structure                share: proportion
  short: concise                  shortcut: spurious              shorten: concise shorter
  show: demonstrate               shrink: compress reduce         sick: patient disease
  similar: analogous              simultaneous: parallel concurrent
  skill: ability capability       skip: omit                      slip: error mistake
  sloppy: inaccurate              slow: latency inefficient       smart: intelligent
  snapshot: image                 software: program code          solve: resolve
  specialist: expert              speed: latency efficiency       speedup: acceleration
  split: decompose partition      spoil: ruin degrade             spot: detect identify
  stable: stability steady        stall: stagnation               start: initial
  steady: stable consistent       steer: guide control            stop: terminate
  strange: unusual                struggle: fail                  stubborn: rigid
  stuck: stagnation               stupid: poor                    sturdy: robust
  sum: arithmetic                 summary: overview               supervise: supervision
  sure: confident certain         surprise: unexpected            swap: replace
  tailor: personalize adapt       talk: dialogue conversation     teach: train instruct
  team: collaboration             tell: inform                    test: evaluate benchmark
  textbook: educational           think: reason                   ticket: issue
  tidy: structured                tiny: small                     together: jointly collaborate
  tough: hard challenging         trick: strategy                 tricky: hard challenging
  trim: shorten reduce            trip: travel                    trust: reliable
  trustworthy: reliable faithful  truth: factual                  try: attempt
  tumour: cancer oncology         turn: convert transform         tweak: modify adjust
  unclear: ambiguous              understand: comprehend          undo: revise backtrack
  unfamiliar: unseen              unite: integrate combine        unreliable: inconsistent
  unstable: instability           unsure: uncertain               upcoming: next future
  useful: beneficial              useless: redundant              user: human
  usual: habitual conventional    vague: ambiguous                vary: diverse
  verdict: judgement              view: perspective               voice: speech
  vote: majority consistency      wait: latency                   wander: redundant
  waste: redundant inefficient    way: method approach            weak: poor limited
  wealth: abundance               website: web                    weird: unusual
  win: outperform                 wish: preference intent         wordy: verbose
  worker: agent                   wreck: degrade                  write: generate
  wrong: incorrect flawed erroneous                               zoom: crop
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

/** Whether a word is one that everybody uses, whatever they ask for. */
export function isOrdinary(word: string): boolean {
  return isLight(word) || meaningsOf(word).length > 0;
}
