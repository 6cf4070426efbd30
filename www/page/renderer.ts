// Has articles read in a worker, which is replaced when it takes too long. Knows jobs and time, not articles.

import type { Options } from "newsprint/url";
import type { Answers, Job, Kind, Problem, Report } from "./jobs.js";
import { worker } from "./trust.js";

/** How long one job may take; whoever types has stopped waiting by then. */
export const LIMIT = 2000;

/** Thrown when there is no answer. */
export class Failure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

export interface Answer<K extends Kind> {
  value: Answers[K];
  milliseconds: number;
}

interface Waiting {
  job: Job;
  done(answer: Answer<Kind>): void;
  failed(failure: Failure): void;
}

/** Runs jobs one after the other. */
export class Renderer {
  #worker: Worker | undefined;
  #queue: Waiting[] = [];
  #running: Waiting | undefined;
  #watch = 0;
  #count = 0;

  /** Returns the answer, or throws a `Failure` that says why there is none. */
  ask<K extends Kind>(kind: K, source: string, options: Options, expected?: string): Promise<Answer<K>> {
    const job: Job = { id: ++this.#count, kind, source, options, expected };
    return new Promise<Answer<Kind>>((done, failed) => {
      this.#queue.push({ job, done, failed });
      this.#next();
    }) as Promise<Answer<K>>;
  }

  #next(): void {
    if (this.#running) return;
    this.#running = this.#queue.shift();
    if (!this.#running) return;
    this.#worker ??= this.#started();
    this.#worker.postMessage(this.#running.job);
  }

  #started(): Worker {
    const made = worker("worker.js");
    made.addEventListener("message", ({ data }: MessageEvent<Report>) => this.#hear(data));
    made.addEventListener("error", () => this.#discard({ code: "crash", message: "the renderer crashed on this input" }));
    return made;
  }

  #hear(report: Report): void {
    if (report.id !== this.#running?.job.id) return;
    if ("begins" in report) {
      clearTimeout(this.#watch);
      if (report.begins) this.#watchOver();
      return;
    }
    const { done, failed } = this.#finished();
    if ("problem" in report) failed(new Failure(report.problem));
    else done({ value: report.answer, milliseconds: report.milliseconds });
    this.#next();
  }

  #watchOver(): void {
    const message = `reading the source took longer than ${LIMIT / 1000} seconds and was stopped`;
    this.#watch = setTimeout(() => this.#discard({ code: "too-slow", message }), LIMIT);
  }

  /** Throws the worker away with the instance in it; the next job starts another. */
  #discard(problem: Problem): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    if (this.#running) this.#finished().failed(new Failure(problem));
    this.#next();
  }

  #finished(): Waiting {
    clearTimeout(this.#watch);
    const running = this.#running;
    this.#running = undefined;
    if (!running) throw new Error("no job is running");
    return running;
  }
}
