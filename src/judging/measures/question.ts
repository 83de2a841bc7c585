const QUESTION = /[?？؟՞;]["'”’»)\]*_]*$/u;

/** Whether a sentence ends in a question mark of its script. */
export const isQuestion = (sentence: string): boolean => QUESTION.test(sentence);
