package io.smbscope.net;

/** Flows by the order of their last packets. A flow is in one list at most. */
final class FlowList {
  private Flow newest;
  private Flow oldest;

  /** The one whose last packet came first, or null. */
  Flow oldest() {
    return oldest;
  }

  void add(Flow flow) {
    flow.older = newest;
    flow.newer = null;
    if (newest == null) {
      oldest = flow;
    } else {
      newest.newer = flow;
    }
    newest = flow;
  }

  void remove(Flow flow) {
    if (flow.newer == null) {
      newest = flow.older;
    } else {
      flow.newer.older = flow.older;
    }
    if (flow.older == null) {
      oldest = flow.newer;
    } else {
      flow.older.newer = flow.newer;
    }
    flow.newer = null;
    flow.older = null;
  }

  /** It had a packet. */
  void touch(Flow flow) {
    if (flow != newest) {
      remove(flow);
      add(flow);
    }
  }
}
