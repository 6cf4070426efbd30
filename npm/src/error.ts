// The one error that the package throws. Knows nothing of where it comes from.

/** What went wrong, as plain data. */
export interface Problem {
  code: string;
  message: string;
  line?: number;
  column?: number;
  language?: string;
  reader?: string;
}

/**
 * Thrown when there is no article to show, with a stable `code` and one sentence.
 *
 * @example
 * ```js
 * try {
 *   render(bytes);
 * } catch (error) {
 *   if (!(error instanceof NewsprintError)) throw error;
 *   console.error(error.code, error.line, error.message); // json 3 expected `,` …
 * }
 * ```
 */
export class NewsprintError extends Error {
  override readonly name = "NewsprintError";
  /** A stable name of what went wrong. */
  declare readonly code: string;
  /** The line of the source, from 1, where there is one. */
  declare readonly line?: number;
  /** The column of the source, from 1, where there is one. */
  declare readonly column?: number;
  /** The tag of the language whose words are missing, where they are. */
  declare readonly language?: string;
  /** What is missing, such as the reader of a format, where something is: `readers` says what is to be added. */
  declare readonly reader?: string;

  /**
   * Made by the package.
   *
   * @param problem - What went wrong.
   * @param options - With the `cause`, where there is one.
   */
  constructor({ message, ...known }: Problem, options?: ErrorOptions) {
    super(message, options);
    Object.assign(this, known);
  }
}
