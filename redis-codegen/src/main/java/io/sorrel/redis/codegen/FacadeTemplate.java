package io.sorrel.redis.codegen;

import java.util.Optional;

/** One return shape of the generated facades; a new shape is a new implementation and nothing else. */
interface FacadeTemplate {

    /** The simple name of the facade of the group with this stem. */
    String typeName(String stem);

    /** The simple name of the hand-written interface with the two hooks that the facade extends. */
    String hook();

    /** The declared return type, {@code void} if the method returns nothing. */
    String returnType(MethodModel.Reply reply, TypeRenderer types);

    /**
     * The text of the facade method's {@code @return}.
     *
     * @param written the text in the definition, if there is one
     * @return the text, or empty if the facade method has no such tag
     */
    Optional<String> returnDoc(MethodModel.Reply reply, Optional<String> written);
}
