/** A nominal type: a value of `T` that only its own parser may make. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
