/**
 * The first numbers of torch's CPU generator, each drawn alone as `torch.randn(1)` or
 * `torch.rand(1)` draws them, right after `manual_seed`.
 *
 * The engine is MT19937, seeded with the low 32 bits. A normal number takes two uniform numbers
 * of 53 bits and the Box-Muller transform in double precision; the second number of the pair is
 * kept for the next draw. A uniform number takes 24 bits. Sources in torch:
 * aten/src/ATen/core/MT19937RNGEngine.h, DistributionsHelper.h, TransformationHelper.h.
 */

const STATE_SIZE = 624;
const SHIFT = 397;
const MULTIPLIER = 1812433253 | 0;

/** Neighbouring seeds are computed together, and kept, so that another setting costs nothing. */
const CHUNK_BITS = 7;
const CHUNK = 1 << CHUNK_BITS;
const MOST_CHUNKS = 16384;
/** Seeds whose states grow side by side, as each alone would wait for its multiplications. */
const LANES = 4;
/** Words of a seed that are computed at once: two pairs of normal numbers. */
const WORDS = 8;
/** Normal numbers of a seed that are kept. */
export const KEPT_DRAWS = WORDS / 2;

/** @type {Map<number, Float32Array>} */
const chunks = new Map();
let lastNumber = -1;
/** @type {Float32Array} */
let lastChunk = new Float32Array(0);
const states = new Int32Array(LANES * (SHIFT + WORDS));
const words = new Int32Array(LANES * WORDS);

/**
 * One of the first numbers that `torch.randn(1)` gives after `manual_seed`.
 *
 * @param {number} seed any whole number; torch uses its low 32 bits
 * @param {number} draw 0 is the first draw; less than `KEPT_DRAWS`
 */
export function earlyNormal(seed, draw) {
  const number = (seed >>> 0) >>> CHUNK_BITS;
  if (number !== lastNumber) {
    lastNumber = number;
    lastChunk = chunks.get(number) ?? computeChunk(number);
  }
  return lastChunk[((seed >>> 0) % CHUNK) * KEPT_DRAWS + draw];
}

/** @param {number} number */
function computeChunk(number) {
  const normals = new Float32Array(CHUNK * KEPT_DRAWS);
  for (let offset = 0; offset < CHUNK; offset += LANES) {
    fillWords(number * CHUNK + offset);
    for (let word = 0; word < LANES * WORDS; word += 4) {
      boxMuller(words, word, normals, offset * KEPT_DRAWS + word / 2);
    }
  }
  if (chunks.size >= MOST_CHUNKS) chunks.clear();
  chunks.set(number, normals);
  return normals;
}

/**
 * Compute the first words of neighbouring seeds: of the state only what they depend on.
 *
 * @param {number} firstSeed
 */
function fillWords(firstSeed) {
  let a = firstSeed | 0;
  let b = (firstSeed + 1) | 0;
  let c = (firstSeed + 2) | 0;
  let d = (firstSeed + 3) | 0;
  states[0] = a;
  states[1] = b;
  states[2] = c;
  states[3] = d;
  for (let i = 1, place = LANES; i < SHIFT + WORDS; i += 1, place += LANES) {
    a = nextState(a, i);
    b = nextState(b, i);
    c = nextState(c, i);
    d = nextState(d, i);
    states[place] = a;
    states[place + 1] = b;
    states[place + 2] = c;
    states[place + 3] = d;
  }
  for (let lane = 0; lane < LANES; lane += 1) {
    for (let word = 0; word < WORDS; word += 1) {
      const place = lane + word * LANES;
      const far = states[place + SHIFT * LANES];
      words[lane * WORDS + word] = temper(twist(states[place], states[place + LANES], far));
    }
  }
}

/**
 * @param {number} state
 * @param {number} i
 */
function nextState(state, i) {
  return (Math.imul(MULTIPLIER, state ^ (state >>> 30)) + i) | 0;
}

/**
 * @param {number} state
 * @param {number} next
 * @param {number} far
 */
function twist(state, next, far) {
  const mixed = (state & 0x80000000) | (next & 0x7fffffff);
  return far ^ (mixed >>> 1) ^ (next & 1 ? 0x9908b0df : 0);
}

/** @param {number} word */
function temper(word) {
  word ^= word >>> 11;
  word ^= (word << 7) & 0x9d2c5680;
  word ^= (word << 15) & 0xefc60000;
  return word ^ (word >>> 18);
}

/**
 * Turn four words into a pair of normal numbers.
 *
 * @param {Int32Array} from
 * @param {number} word
 * @param {Float32Array} to
 * @param {number} place
 */
function boxMuller(from, word, to, place) {
  const angle = 2 * Math.PI * uniform53(from[word], from[word + 1]);
  const radius = Math.sqrt(-2 * Math.log1p(-uniform53(from[word + 2], from[word + 3])));
  to[place] = radius * Math.cos(angle);
  to[place + 1] = radius * Math.sin(angle);
}

/**
 * @param {number} high
 * @param {number} low
 */
function uniform53(high, low) {
  return ((high & 0x1fffff) * 2 ** 32 + (low >>> 0)) * 2 ** -53;
}

/** torch's CPU generator: all numbers of a seed, in the order in which torch draws them. */
export class Generator {
  #state = new Int32Array(STATE_SIZE);
  #used = 0;
  #words = new Int32Array(4);
  #pair = new Float32Array(2);
  #hasSecond = false;

  /** @param {number} seed any whole number; torch uses its low 32 bits */
  manualSeed(seed) {
    this.#used = 0;
    this.#hasSecond = false;
    let state = seed | 0;
    this.#state[0] = state;
    for (let i = 1; i < STATE_SIZE; i += 1) {
      state = nextState(state, i);
      this.#state[i] = state;
    }
  }

  #word() {
    const state = this.#state;
    const i = this.#used % STATE_SIZE;
    this.#used += 1;
    state[i] = twist(state[i], state[(i + 1) % STATE_SIZE], state[(i + SHIFT) % STATE_SIZE]);
    return temper(state[i]);
  }

  /** `torch.randn(1)` */
  normal() {
    this.#hasSecond = !this.#hasSecond;
    if (!this.#hasSecond) return this.#pair[1];
    for (let i = 0; i < 4; i += 1) this.#words[i] = this.#word();
    boxMuller(this.#words, 0, this.#pair, 0);
    return this.#pair[0];
  }

  /** `torch.rand(1)` */
  uniform() {
    return (this.#word() & 0xffffff) * 2 ** -24;
  }
}
