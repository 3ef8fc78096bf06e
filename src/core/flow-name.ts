/** The parts a night is made of; jobs name them, flows do them. */
export type FlowName = 'intake' | 'portfolio-in' | 'code-compare' | 'precheck' | 'term-submission' | 'receipt' | 'portfolio-out';
