/** The parts a night is made of; jobs name them, flows do them. */
export type FlowName = 'intake' | 'precheck' | 'term-submission' | 'receipt';
