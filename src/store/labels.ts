/** The labels under which small values are sealed: a value copied to another place does not open there. */
export const labels = {
  layout: (input: string, term: string, type: string, kind: string) => `layout ${input} ${term} ${type} ${kind}`,
  info: (input: string) => `input ${input}`,
  rejects: (input: string, page: number) => `quarantine ${input} ${page}`,
  submission: (term: string, edition: string) => `submission ${term} ${edition}`,
  approval: () => 'approval',
  coined: () => 'coined',
  shelf: (shelf: string, key: string) => `shelf ${shelf} ${key}`,
};
