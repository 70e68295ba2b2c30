package io.smbscope.cli;

import io.smbscope.dissect.Wanted;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.field.SimilarNames;
import io.smbscope.dissect.filter.Filter;
import io.smbscope.dissect.filter.FilterError;
import io.smbscope.dissect.print.EkPrinter;
import io.smbscope.dissect.print.FieldsLayout;
import io.smbscope.dissect.print.FieldsPrinter;
import io.smbscope.dissect.print.FramePrinter;
import io.smbscope.dissect.print.HexPrinter;
import io.smbscope.dissect.print.JsonPrinter;
import io.smbscope.dissect.print.LinePrinter;
import io.smbscope.dissect.print.TreePrinter;
import java.util.List;

/**
 * Which frames {@code dissect} prints, and how.
 *
 * @param filter null for all frames
 * @param wanted what it and the printer look at
 */
record DissectOutput(Filter filter, Wanted wanted, FramePrinter printer) {

  /**
   * What the options ask for.
   *
   * @param toTerminal somebody looks at what is printed
   * @throws IllegalArgumentException with what is wrong, in words for the user
   */
  static DissectOutput of(DissectOptions options, boolean toTerminal) throws FilterError {
    known(options.fields());
    Filter filter = options.filter() == null ? null : Filter.of(options.filter());
    Wanted wanted = Wanted.of(options.fields());
    if (filter != null) {
      wanted = wanted.and(filter.fields());
    }
    List<String> fields = options.fields();
    FieldsLayout layout = FieldsLayout.of(options.layout());
    if (!fields.isEmpty() && options.form().equals("text")) {
      throw new IllegalArgumentException("-e is for -T fields, json and ek");
    }
    if ((options.tree() || options.bytes()) && !options.form().equals("text")) {
      throw new IllegalArgumentException("-V and -x are for text, not for -T " + options.form());
    }
    return switch (options.form()) {
      case "fields" -> {
        if (fields.isEmpty()) {
          throw new IllegalArgumentException("-T fields: which? (-e FIELD ...)");
        }
        yield new DissectOutput(filter, wanted, new FieldsPrinter(fields, layout, toTerminal));
      }
      case "json" ->
          new DissectOutput(
              filter, fields.isEmpty() ? Wanted.ALL : wanted, new JsonPrinter(fields));
      case "ek" ->
          new DissectOutput(filter, fields.isEmpty() ? Wanted.ALL : wanted, new EkPrinter(fields));
      case "text" -> text(options, filter, wanted);
      default ->
          throw new IllegalArgumentException(
              "-T " + options.form() + ": no such form (text, fields, json, ek)");
    };
  }

  private static DissectOutput text(DissectOptions options, Filter filter, Wanted wanted) {
    FramePrinter hex = new HexPrinter();
    if (options.tree()) {
      FramePrinter tree = new TreePrinter();
      return new DissectOutput(filter, Wanted.ALL, options.bytes() ? tree.then(hex) : tree);
    }
    return options.bytes()
        ? new DissectOutput(filter, wanted, hex)
        : new DissectOutput(filter, wanted.withLine(), new LinePrinter());
  }

  /** All are names of fields, or the first that is none is told. */
  static void known(List<String> names) {
    for (String name : names) {
      if (Fields.all().of(name).isEmpty()) {
        List<String> similar = SimilarNames.of(name);
        throw new IllegalArgumentException(
            "no such field: "
                + name
                + (similar.isEmpty()
                    ? " (--list-fields names all)"
                    : " (did you mean " + String.join(", ", similar) + "?)"));
      }
    }
  }
}
