//! The macro that turns rows into [`Native`](super::Native)s.

/// A table of builtins: `pub static NATIVES`.
///
/// A row gives the name (and after `=` the body, when it has another name), each parameter with
/// its Rust type and `["type", mask]` or `["type", mask, Default]` (with `; "NAME"` if the default is a constant), and `Sensitive` behind that if
/// traces hide it, the variadic parameter behind `;` (with `ByRef` if it takes variables), the Rust and PHP return types, the effect,
/// perhaps `PrefersRefs`, and behind `@` since when and why it is deprecated. A body that is missing, or whose Rust types
/// are others, does not compile; nor does a Rust type that cannot hold all that the mask accepts.
#[macro_export]
macro_rules! natives {
    ($(
        fn $name:tt $(= $body:ident)? (
            $($param:ident: $ty:ty [$text:literal, $mask:expr $(, $default:expr $(; $named:literal)?)?] $($secret:ident)?),*
            $(; $rest:ident [$rest_text:literal, $rest_mask:expr $(, $rest_mark:ident)?])?
        ) -> $ret:ty [$ret_text:literal], $effect:ident $(, $mark:ident)? $(@ $since:literal $why:literal)?;
    )*) => {
        /// The builtins of this table.
        pub static NATIVES: &[$crate::native::Native] = &[$({
            fn thunk(
                call: &mut $crate::native::Call<'_>,
                cells: &mut [$crate::value::Value],
            ) -> $crate::raise::Res<$crate::value::Value> {
                let [$($param,)* $($rest @ ..)?] = cells else {
                    unreachable!("invariant N1: a cell per parameter")
                };
                $(call.advise_against($since, $why)?;)?
                let result: $crate::raise::Res<$ret> = $crate::natives!(@body $name $($body)?)(
                    call,
                    $(<$ty as $crate::native::FromArg>::from_cell($param),)*
                    $(&*$rest)?
                );
                $crate::native::IntoReturn::into_return(result?, call)
            }
            $(const _: () = assert!($mask & <$ty as $crate::native::FromArg>::HOLDS == $mask);)*
            const PARAMS: &[$crate::native::Param] = &[$($crate::native::Param {
                ident: stringify!($param),
                ty: $text,
                accepts: $mask,
                default: $crate::natives!(@default $($default)?),
                named: concat!($($($named)?)?),
                by_ref: <$ty as $crate::native::FromArg>::BY_REF,
                sensitive: $crate::natives!(@secret $($secret)?),
            }),*];
            $crate::native::Native {
                name: stringify!($name),
                params: PARAMS,
                required: $crate::native::required(PARAMS),
                all_or_none: $crate::native::all_or_none(PARAMS),
                variadic: $crate::natives!(@rest $($rest $rest_text, $rest_mask $(, $rest_mark)?)?),
                returns: $ret_text,
                effect: $crate::native::Effect::$effect,
                prefers_refs: $crate::natives!(@mark $($mark)?),
                deprecated: &[$($since, $why)?],
                thunk,
            }
        }),*];
    };
    (@body $name:tt) => { self::$name };
    (@body $name:tt $body:ident) => { self::$body };
    (@default) => { $crate::native::Default::Required };
    (@default $default:expr) => { $default };
    (@mark) => { false };
    (@mark PrefersRefs) => { true };
    (@secret) => { false };
    (@secret Sensitive) => { true };
    (@rest) => { None };
    (@by_ref) => { false };
    (@by_ref ByRef) => { true };
    (@rest $rest:ident $text:literal, $mask:expr $(, $rest_mark:ident)?) => {
        Some($crate::native::Param {
            ident: stringify!($rest),
            ty: $text,
            accepts: $mask,
            default: $crate::native::Default::Unset,
            named: "",
            by_ref: $crate::natives!(@by_ref $($rest_mark)?),
            sensitive: false,
        })
    };
}
