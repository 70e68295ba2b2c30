package io.smbscope.capture;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;

/**
 * Gives a mapping back at once. Java leaves that to the garbage collector, which sees only a small
 * object in it, so that a long capture would stay mapped whole. {@code
 * sun.misc.Unsafe.invokeCleaner} is the one way open on Java 17; where it is missing or refused,
 * the garbage collector does it after all.
 */
final class Unmapping {
  private static final MethodHandle INVOKE_CLEANER = find();

  private Unmapping() {}

  /** Nobody may touch {@code mapping} from here on. */
  static void unmap(MappedByteBuffer mapping) {
    if (INVOKE_CLEANER != null) {
      try {
        INVOKE_CLEANER.invoke((ByteBuffer) mapping);
      } catch (Throwable refused) {
        if (refused instanceof VirtualMachineError fatal) {
          throw fatal;
        }
      }
    }
  }

  /** By name, because the compiler warns of every mention of Unsafe. */
  private static MethodHandle find() {
    try {
      Class<?> unsafe = Class.forName("sun.misc.Unsafe");
      Field instance = unsafe.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      return MethodHandles.lookup()
          .findVirtual(unsafe, "invokeCleaner", MethodType.methodType(void.class, ByteBuffer.class))
          .bindTo(instance.get(null));
    } catch (ReflectiveOperationException | RuntimeException missing) {
      return null;
    }
  }
}
