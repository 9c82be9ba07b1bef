package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** What is said of a field of an index, in the order in which the server wants it. */
record FieldSettings(
        String identifier,
        @Nullable String alias,
        Options ofItsType,
        boolean missing,
        Sorting sorting,
        boolean withoutIndex) {

    static FieldSettings of(String identifier) {
        String present = SearchNames.text("identifier", identifier);
        return new FieldSettings(present, null, Options.NONE, false, Sorting.NO, false);
    }

    FieldSettings withAlias(String newAlias) {
        return new FieldSettings(identifier, newAlias, ofItsType, missing, sorting, withoutIndex);
    }

    FieldSettings withOptions(Options newOptions) {
        return new FieldSettings(identifier, alias, newOptions, missing, sorting, withoutIndex);
    }

    FieldSettings withMissing() {
        return new FieldSettings(identifier, alias, ofItsType, true, sorting, withoutIndex);
    }

    FieldSettings withSorting(Sorting newSorting) {
        return new FieldSettings(identifier, alias, ofItsType, missing, newSorting, withoutIndex);
    }

    FieldSettings unindexed() {
        return new FieldSettings(identifier, alias, ofItsType, missing, sorting, true);
    }

    void writeTo(CommandBuilder<?, ?> command, CommandArgs type) {
        command.text("identifier", identifier);
        if (alias != null) {
            command.word("AS").text("alias", alias);
        }
        type.writeTo(command);
        ofItsType.writeTo(command);
        if (missing) {
            command.word("INDEXMISSING");
        }
        if (sorting != Sorting.NO) {
            command.word("SORTABLE");
        }
        if (sorting == Sorting.AS_IT_IS) {
            command.word("UNF");
        }
        if (withoutIndex) {
            command.word("NOINDEX");
        }
    }

    /** Whether one can sort by a field, and whether its text is put into one form before. */
    enum Sorting {
        NO,
        NORMALISED,
        AS_IT_IS
    }
}
