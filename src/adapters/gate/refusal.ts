/** Why a request was not answered with a verdict. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 503
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  /**
   * @param code for programs, in kebab case
   * @param message for people: what was expected and what to do
   */
  constructor(status: Refusal['status'], code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}
