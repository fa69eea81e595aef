import { language } from '../kit/words.js';
import * as de from './causes.de.js';
import * as en from './causes.en.js';

const texts = { de, en };

/** A cause in the person's language. */
export const sentence = (cause) => (cause ? (texts[language()] ?? en).sentence(cause) : '');

/** One after the other. */
export const sentences = (causes) => causes.map(sentence).join(' ');
