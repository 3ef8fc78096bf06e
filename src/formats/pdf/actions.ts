/** Actions that lead out of a document (RULE-209). GoTo stays inside and is none of them. */
export const LINK_ACTIONS = ['URI', 'Launch', 'GoToR', 'GoToE', 'SubmitForm'] as const;

export type LinkAction = (typeof LINK_ACTIONS)[number];

export const isLinkAction = (name: string): name is LinkAction => (LINK_ACTIONS as readonly string[]).includes(name);
