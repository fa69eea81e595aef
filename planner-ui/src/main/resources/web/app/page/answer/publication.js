import { Need, Pages } from '../../kit/need.js';
import { rpcs } from '../../kit/rpcs.js';

/** Answers of a supplier to one publication at most: 20,000 lines weeks come in twenty pages, and forty times that fits. */
const PAGES = 800;

/** What is known of a publication: its lines, and the answers to it. */
export class Published {
  /** @param which gives the publication; undefined as long as there is none */
  constructor(host, which) {
    this.which = which;
    this.lines = new Need(host, () => which() && [rpcs.publicationLines, { publicationId: which().id }]);
    this.commitments = new Pages(
      host,
      () => which() && [rpcs.listCommitments, { publicationId: which().id, pageSize: 1000 }],
      'commitments',
      PAGES,
    );
  }

  /** All together; undefined as long as a piece is missing. */
  get value() {
    if (!this.which() || !this.lines.value || !this.commitments.isWhole) return undefined;
    return {
      publication: this.which(),
      lines: this.lines.value.map(({ line }) => line),
      commitments: this.commitments.value,
    };
  }

  get problem() {
    return this.lines.problem ?? this.commitments.problem;
  }

  again() {
    return Promise.all([this.lines, this.commitments].filter((need) => need.problem).map((need) => need.again()));
  }
}
