package io.smbscope.output.zeek;

import io.smbscope.output.stream.LogFiles;
import java.nio.file.Path;

/**
 * How Zeek's logs are written.
 *
 * @param folder where the files lie; made when the first of them is
 * @param json one JSON object a line, as Zeek with {@code LogAscii::use_json}, instead of columns
 * @param extra columns that Zeek does not have, behind its own
 * @param files how they are kept
 */
public record ZeekForm(Path folder, boolean json, boolean extra, LogFiles files) {}
