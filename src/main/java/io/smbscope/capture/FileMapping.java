package io.smbscope.capture;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * Maps pieces of files, each given back as soon as it is free. Left to the garbage collector, which
 * sees only a small object in it, a long capture would stay mapped whole. Java has a call for that
 * since 22; up to 21 only {@code sun.misc.Unsafe} has one, about which newer Javas warn on standard
 * error. Neither can be named when compiling for 17 without warnings, so both are looked up.
 */
abstract class FileMapping {
  private static final int FIRST_WITH_ARENAS = 22;

  private FileMapping() {}

  /** The one for the Java at hand. */
  static FileMapping ofThisJava() {
    try {
      return Runtime.version().feature() >= FIRST_WITH_ARENAS ? new ByArena() : new ByUnsafe();
    } catch (ReflectiveOperationException | RuntimeException missing) {
      return new ByGarbageCollector();
    }
  }

  /** Maps {@code length} octets, read-only. */
  abstract Window map(FileChannel file, long from, int length) throws IOException;

  private static Object call(Method method, Object on, Object... arguments) throws IOException {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException(thrown.getCause());
    } catch (IllegalAccessException refused) {
      throw new IOException(refused);
    }
  }

  /** Gives back what is free; where that is refused, the garbage collector does it after all. */
  private static void free(Method method, Object on, Object... arguments) {
    try {
      call(method, on, arguments);
    } catch (IOException refused) {
      // Only later, then.
    }
  }

  private static final class ByArena extends FileMapping {
    private final Method ofShared;
    private final Method map;
    private final Method asByteBuffer;
    private final Method close;

    ByArena() throws ReflectiveOperationException {
      Class<?> arena = Class.forName("java.lang.foreign.Arena");
      ofShared = arena.getMethod("ofShared");
      close = arena.getMethod("close");
      map = FileChannel.class.getMethod("map", MapMode.class, long.class, long.class, arena);
      asByteBuffer = Class.forName("java.lang.foreign.MemorySegment").getMethod("asByteBuffer");
    }

    @Override
    Window map(FileChannel file, long from, int length) throws IOException {
      Object arena = call(ofShared, null);
      Object segment = call(map, file, MapMode.READ_ONLY, from, (long) length, arena);
      return new Window((ByteBuffer) call(asByteBuffer, segment), () -> free(close, arena));
    }
  }

  private static final class ByUnsafe extends FileMapping {
    private final Object unsafe;
    private final Method invokeCleaner;

    ByUnsafe() throws ReflectiveOperationException {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field instance = type.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      unsafe = instance.get(null);
      invokeCleaner = type.getMethod("invokeCleaner", ByteBuffer.class);
    }

    @Override
    Window map(FileChannel file, long from, int length) throws IOException {
      ByteBuffer piece = file.map(MapMode.READ_ONLY, from, length);
      return new Window(piece, () -> free(invokeCleaner, unsafe, piece));
    }
  }

  private static final class ByGarbageCollector extends FileMapping {
    @Override
    Window map(FileChannel file, long from, int length) throws IOException {
      return new Window(file.map(MapMode.READ_ONLY, from, length), () -> {});
    }
  }
}
