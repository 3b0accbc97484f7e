/** The shape of the demo study. Keys are local names for whoever reads the data; they are never shown to people. */
export type SampleStudy = {
  title: string;
  description: string;
  attributes: SampleAttribute[];
  analysts: SampleAnalyst[];
  statements: SampleStatement[];
  codings: SampleCoding[];
  finished: SampleFinished[];
  coderAttributes: SampleCoderAttribute[];
  rounds: SampleRound[];
};

export type SampleAttribute = {
  key: string;
  name: string;
  type: 'text' | 'date' | 'language' | 'url' | 'one-of';
  options?: string[];
};

export type SampleAnalyst = { key: string; name: string; email: string; role: 'viewer' | 'coder' | 'adjudicator' | 'owner'; attributes: Record<string, string> };

export type SampleCoderAttribute = { key: string; name: string; type: 'one-of' | 'many-of'; options: string[] };

/** A reliability exercise that all analysts took part in and that is closed, in the order of time. */
export type SampleRound = { title: string; statements: string[] };

/** `file` lies in `samples/statements`; dates are ISO 8601, languages BCP 47; an attribute that is not known is left out. */
export type SampleStatement = {
  key: string;
  file: string;
  title: string;
  attributes: Record<string, string>;
  format: 'text' | 'markdown';
};

/** `quote` occurs exactly once in its statement, so that it alone says where the coding lies. */
export type SampleCoding = { statement: string; analyst: string; code: string; quote: string; memo?: string };

export type SampleFinished = { statement: string; analyst: string };

/** One analyst's codings of one statement, each as code, quote and, where there is one, memo. */
export type StatementMarks = Record<string, [code: string, quote: string, memo?: string][]>;
