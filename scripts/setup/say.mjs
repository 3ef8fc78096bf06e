/** One line of progress in the reader's language, on standard error so that piped output stays clean. */
const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

export function say(zh, en) {
  process.stderr.write(`licheng: ${chinese ? zh : en}\n`);
}
