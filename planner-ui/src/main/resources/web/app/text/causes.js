import { language } from '../kit/words.js';
import * as en from './causes.en.js';

const texts = { en };

/** A cause in the person's language, in English where it has no words there. */
const of = () => texts[language()] ?? en;

export const sentence = (cause) => (cause ? of().sentence(cause) : '');

/** One after the other. */
export const sentences = (causes) => causes.map(sentence).join(' ');
