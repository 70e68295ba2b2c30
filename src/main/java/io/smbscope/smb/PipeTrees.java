package io.smbscope.smb;

import io.smbscope.base.Bytes;
import java.util.Arrays;

/**
 * Which trees of one flow are those of named pipes, whose payload is small and always gathered.
 * Where the connect of a tree was not seen, a payload that begins like a DCE/RPC PDU tells. The
 * last {@value #REMEMBERED} of each kind are known.
 */
public final class PipeTrees {
  /** Of a message that does not tell its tree, as an asynchronous response. */
  public static final long UNTOLD = 0;

  /** Octets of one message's payload that are gathered at most: no RPC fragment is longer. */
  public static final int LARGEST = 0xFFFF;

  private static final int REMEMBERED = 32;
  private static final int RPC_VERSION = 5;
  private static final int RPC_TYPES = 19;
  private static final int RPC_HEADER_START = 8;

  private final Recent pipes = new Recent();
  private final Recent others = new Recent();

  /** A server granted a tree. */
  public void connected(long tree, boolean pipe) {
    (pipe ? others : pipes).remove(tree);
    (pipe ? pipes : others).add(tree);
  }

  /**
   * Whether a tree is one; learns from what is read or written where that was not known. A tree
   * that is not told is taken for one as soon as the flow has any.
   *
   * @param payload the first octets read or written
   */
  public boolean holds(long tree, Bytes payload) {
    if (tree == UNTOLD) {
      return pipes.count > 0 || looksLikeRpc(payload);
    }
    if (pipes.contains(tree)) {
      return true;
    }
    if (others.contains(tree) || !looksLikeRpc(payload)) {
      return false;
    }
    pipes.add(tree);
    return true;
  }

  /** Version 5.0 or 5.1, a known PTYPE, a data representation. [C706] 12.6.3.1, 14.1 */
  private static boolean looksLikeRpc(Bytes payload) {
    return payload.length() >= RPC_HEADER_START
        && payload.u8(0) == RPC_VERSION
        && payload.u8(1) <= 1
        && payload.u8(2) <= RPC_TYPES
        && (payload.u8(4) & 0xEE) == 0
        && payload.u8(5) <= 3
        && payload.u16le(6) == 0;
  }

  /** The last numbers added. */
  private static final class Recent {
    private long[] trees = new long[1];
    private int count;
    private int next;

    boolean contains(long tree) {
      return indexOf(tree) >= 0;
    }

    void add(long tree) {
      if (contains(tree)) {
        return;
      }
      if (count == trees.length && count < REMEMBERED) {
        trees = Arrays.copyOf(trees, 2 * count);
      }
      if (count < trees.length) {
        trees[count++] = tree;
        return;
      }
      trees[next] = tree;
      next = (next + 1) % REMEMBERED;
    }

    void remove(long tree) {
      int index = indexOf(tree);
      if (index >= 0) {
        trees[index] = trees[--count];
      }
    }

    private int indexOf(long tree) {
      for (int i = 0; i < count; i++) {
        if (trees[i] == tree) {
          return i;
        }
      }
      return -1;
    }
  }
}
