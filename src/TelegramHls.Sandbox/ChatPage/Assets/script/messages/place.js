const near = 24;

/** Keeps what a person reads where it is while messages come, change and go; follows the end only for one who is there. */
export class Place {
  stuck = true;

  constructor(scroller, content) {
    this.scroller = scroller;
    scroller.addEventListener('scroll', () => { this.stuck = this.left <= near; }, { passive: true });
    const follow = new ResizeObserver(() => this.stuck && this.toEnd());
    follow.observe(scroller);
    follow.observe(content);
  }

  /** Pixels below what is seen. */
  get left() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight;
  }

  toEnd() {
    this.stuck = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** Changes the content without moving what is seen. */
  keep(change) {
    const anchor = this.stuck ? null : this.#firstSeen();
    const before = anchor?.getBoundingClientRect().top;
    change();
    if (this.stuck) {
      this.toEnd();
    } else if (anchor?.isConnected) {
      this.scroller.scrollTop += anchor.getBoundingClientRect().top - before;
    }
  }

  #firstSeen() {
    const top = this.scroller.getBoundingClientRect().top;
    return [...this.scroller.querySelectorAll('.message')].find(node => node.getBoundingClientRect().bottom > top);
  }

  /** The lowest message that is fully or partly seen. */
  lastSeen() {
    const bottom = this.scroller.getBoundingClientRect().bottom;
    return [...this.scroller.querySelectorAll('.message[data-id]')].findLast(node => node.getBoundingClientRect().top < bottom - 8);
  }
}
