//! The texts that conversions and operators report or throw. tidy: table
//!
//! A row says what the message is (a warning, a deprecation, or the class of the error that is
//! thrown) and its text; the fields are what the text mentions.

use std::fmt;

/// What becomes of a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// `E_WARNING`.
    Warning,
    /// `E_NOTICE`.
    Notice,
    /// `E_DEPRECATED`.
    Deprecated,
    /// An exception of class `Error`.
    Error,
    /// An exception of class `TypeError`.
    TypeError,
    /// An exception of class `ArithmeticError`.
    ArithmeticError,
    /// An exception of class `DivisionByZeroError`.
    DivisionByZeroError,
    /// An exception of class `ValueError`.
    ValueError,
    /// An exception of class `ArgumentCountError`.
    ArgumentCountError,
    /// A fatal error that ends the request.
    Fatal,
}

macro_rules! define_messages {
    ($($(#[$meta:meta])* $name:ident { $($field:ident : $ty:ty),* } = $severity:ident, $text:literal;)+) => {
        /// A message with what it mentions.
        #[derive(Clone, PartialEq, Debug)]
        pub enum Message {
            $($(#[$meta])* $name {
                $(#[doc = concat!("Shown in the text as `", stringify!($field), "`.")] $field: $ty),*
            },)+
        }

        impl Message {
            /// What becomes of it.
            pub fn severity(&self) -> Severity {
                match self {
                    $(Self::$name { .. } => Severity::$severity,)+
                }
            }
        }

        impl fmt::Display for Message {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$name { $($field),* } => write!(f, $text),)+
                }
            }
        }
    };
}

define_messages! {
    /// A string with a number at its start is used as a number.
    NonNumericValue {} = Warning, "A non-numeric value encountered";
    /// An array is used as a string.
    ArrayToString {} = Warning, "Array to string conversion";
    /// An object without a conversion is cast to a number.
    ObjectToScalar { class: String, to: &'static str } = Warning,
        "Object of class {class} could not be converted to {to}";
    /// An object without `__toString` is used as a string.
    ObjectToString { class: String } = Error,
        "Object of class {class} could not be converted to string";
    /// A float with a fraction or out of range is used as an int.
    FloatToInt { float: String } = Deprecated,
        "Implicit conversion from float {float} to int loses precision";
    /// The same for the text of a float.
    FloatStringToInt { text: String } = Deprecated,
        "Implicit conversion from float-string \"{text}\" to int loses precision";
    /// `0 ** -1`.
    PowerOfZero {} = Deprecated, "Power of base 0 and negative exponent is deprecated";
    /// An operator does not know its operands.
    UnsupportedOperands { left: String, operator: &'static str, right: String } = TypeError,
        "Unsupported operand types: {left} {operator} {right}";
    /// `~` of something without bits.
    BitwiseNot { operand: String } = TypeError, "Cannot perform bitwise not on {operand}";
    /// `/` by zero, and `intdiv`.
    DivisionByZero {} = DivisionByZeroError, "Division by zero";
    /// `%` by zero.
    ModuloByZero {} = DivisionByZeroError, "Modulo by zero";
    /// `intdiv(PHP_INT_MIN, -1)`.
    IntdivOverflow {} = ArithmeticError, "Division of PHP_INT_MIN by -1 is not an integer";
    /// A shift by less than nothing.
    NegativeShift {} = ArithmeticError, "Bit shift by negative number";
    /// `++` or `--` of a type that it leaves alone.
    StepHasNoEffect { verb: &'static str, operand: &'static str } = Warning,
        "{verb} on type {operand} has no effect, this will change in the next major version of PHP";
    /// `++` of a string that is neither a number nor letters and digits.
    IncrementNonAlphanumeric {} = Deprecated,
        "Increment on non-alphanumeric string is deprecated";
    /// `--` of `""`.
    DecrementEmpty {} = Deprecated, "Decrement on empty string is deprecated as non-numeric";
    /// `--` of a string that is no number.
    DecrementNonNumeric {} = Deprecated,
        "Decrement on non-numeric string has no effect and is deprecated";
    /// `++` or `--` of an array, object or resource.
    CannotStep { verb: &'static str, operand: String } = TypeError, "Cannot {verb} {operand}";
    /// A comparison of a structure that contains itself.
    NestingTooDeep {} = Error, "Nesting level too deep - recursive dependency?";
    /// An array or an object used as a key.
    IllegalOffset { operand: String } = TypeError,
        "Cannot access offset of type {operand} on array";
    /// The same in `isset` and `empty`.
    IllegalOffsetInIsset { operand: String } = TypeError,
        "Cannot access offset of type {operand} in isset or empty";
    /// The same in `unset`.
    IllegalOffsetInUnset { operand: String } = TypeError,
        "Cannot unset offset of type {operand} on array";
    /// A resource used as a key.
    ResourceOffset { id: i64 } = Warning,
        "Resource ID#{id} used as offset, casting to integer ({id})";
    /// A member that the scope does not see. `kind` is `property` or `constant`.
    InaccessibleMember { visibility: &'static str, kind: &'static str, member: String } = Error,
        "Cannot access {visibility} {kind} {member}";
    /// A property whose name begins with a NUL.
    PropertyWithNul {} = Error, "Cannot access property starting with \"\\0\"";
    /// A property that is neither declared nor there.
    UndefinedProperty { member: String } = Warning, "Undefined property: {member}";
    /// A typed property without a value.
    UninitializedProperty { member: String } = Error,
        "Typed property {member} must not be accessed before initialization";
    /// An object of the engine that its constructor has not made.
    UnmadeReflection {} = Error, "Internal error: Failed to retrieve the reflection object";
    /// A static property through an object.
    StaticAsInstance { member: String } = Notice, "Accessing static property {member} as non static";
    /// A static property that is not declared.
    UndeclaredStatic { member: String } = Error, "Access to undeclared static property {member}";
    /// A constant of a class that is not declared.
    UndefinedClassConstant { member: String } = Error, "Undefined constant {member}";
    /// A property that nobody declared is added.
    DynamicProperty { member: String } = Deprecated,
        "Creation of dynamic property {member} is deprecated";
    /// The same where the class forbids it.
    NoDynamicProperty { member: String } = Error, "Cannot create dynamic property {member}";
    /// A readonly property that has a value. `what`: `modify`, `unset`, `indirectly modify`.
    ReadonlyProperty { what: &'static str, member: String } = Error,
        "Cannot {what} readonly property {member}";
    /// A property that the scope may read but not write. `place` names the scope.
    PropertySetAccess { what: &'static str, set: &'static str, member: String, place: String } = Error,
        "Cannot {what} {set} property {member} from {place}";
    /// A reference to a readonly property, or to one with hooks that give none, in a loop.
    PropertyReference { what: &'static str, member: String } = Error,
        "Cannot {what} property {member}";
    /// A change within the value of a property with hooks.
    HookedInPlace { member: String } = Error, "Indirect modification of {member} is not allowed";
    /// A property with a get hook alone.
    ReadOnlyProperty { member: String } = Error, "Property {member} is read-only";
    /// A property with a set hook alone.
    WriteOnlyProperty { member: String } = Error, "Property {member} is write-only";
    /// A virtual property used in its own hook. `what`: `read from`, `write to`.
    VirtualProperty { what: &'static str, member: String } = Error,
        "Must not {what} virtual property {member}";
    /// `unset` of a property with hooks.
    UnsetHooked { member: String } = Error, "Cannot unset hooked property {member}";
    /// A value that is not of the property's type.
    PropertyType { value: String, member: String, ty: String } = TypeError,
        "Cannot assign {value} to property {member} of type {ty}";
    /// A value that a property bound to the reference does not take.
    ReferenceType { value: String, member: String } = TypeError,
        "Cannot assign {value} to reference held by property {member}";
    /// A value that two properties bound to the reference would convert to different types.
    ReferenceConflict { value: String, first: String, second: String } = TypeError,
        "Cannot assign {value} to reference held by property {first} and property {second}, as \
         this would result in an inconsistent type conversion";
    /// A reference whose value one more property would convert.
    ReferenceBinding { value: String, first: String, second: String } = TypeError,
        "Reference with value of type {value} held by property {first} is not compatible with \
         property {second}";
    /// A value of `__get` that is not of the type of the property it stands for.
    MagicGetType { value: String, class: String, member: String, ty: String } = TypeError,
        "Value of type {value} returned from {class}::__get() must be compatible with unset \
         property {member} of type {ty}";
    /// `new` of what has no objects.
    CannotInstantiate { kind: &'static str, class: String } = Error,
        "Cannot instantiate {kind} {class}";
    /// A method that is not there.
    UndefinedMethod { member: String } = Error, "Call to undefined method {member}()";
    /// A method that the scope may not call. `place` names the scope.
    InaccessibleMethod { visibility: &'static str, member: String, place: String } = Error,
        "Call to {visibility} method {member}() from {place}";
    /// A method without a body.
    AbstractMethod { member: String } = Error, "Cannot call abstract method {member}()";
    /// An argument of a builtin has another type than it takes.
    ArgumentType { function: &'static str, argument: String, expected: String, given: String }
        = TypeError, "{function}(): {argument} must be of type {expected}, {given} given";
    /// `null` for an argument of a builtin that takes none.
    ArgumentNull { function: &'static str, parameter: String, expected: &'static str } = Deprecated,
        "{function}(): Passing null to parameter {parameter} of type {expected} is deprecated";
    /// A builtin is called with too few or too many arguments.
    ArgumentCount { function: &'static str, expected: String, given: usize } = ArgumentCountError,
        "{function}() expects {expected}, {given} given";
    /// A value that an argument of a builtin must not have; `rule` says what it must be.
    ArgumentValue { function: &'static str, argument: String, rule: String } = ValueError,
        "{function}(): {argument} {rule}";
    /// A builtin warns.
    BuiltinWarning { function: &'static str, text: String } = Warning, "{function}(): {text}";
    /// A builtin notes something unusual.
    BuiltinNotice { function: &'static str, text: String } = Notice, "{function}(): {text}";
    /// A builtin that should not be called any more.
    DeprecatedBuiltin { function: &'static str, since: &'static str, why: &'static str } = Deprecated,
        "Function {function}() is deprecated since {since}, {why}";
    /// A builtin advises against what is asked of it.
    BuiltinDeprecated { function: &'static str, text: String } = Deprecated, "{function}(): {text}";
    /// A builtin advises against what is asked of it, without its name.
    Deprecation { text: String } = Deprecated, "{text}";
    /// A builtin warns without its name.
    Warning { text: String } = Warning, "{text}";
    /// A builtin refuses with a `ValueError` of its own words.
    ValueRefused { text: String } = ValueError, "{text}";
    /// A builtin refuses with a `TypeError` of its own words.
    TypeRefused { text: String } = TypeError, "{text}";
    /// A builtin refuses with an `Error` of its own words.
    Refused { text: String } = Error, "{text}";
    /// A builtin has fewer arguments than another argument asks for.
    ArgumentsMissing { text: String } = ArgumentCountError, "{text}";
}
