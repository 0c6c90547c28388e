//! tidy: table
//! The constants in the namespace `Dom`.

use runtime::native::Constant;
use runtime::native::Default::Int;

/// All of them.
pub const CONSTANTS: &[Constant] = &[
    Constant { name: "Dom\\INDEX_SIZE_ERR", value: Int(1) },
    Constant { name: "Dom\\STRING_SIZE_ERR", value: Int(2) },
    Constant { name: "Dom\\HIERARCHY_REQUEST_ERR", value: Int(3) },
    Constant { name: "Dom\\WRONG_DOCUMENT_ERR", value: Int(4) },
    Constant { name: "Dom\\INVALID_CHARACTER_ERR", value: Int(5) },
    Constant { name: "Dom\\NO_DATA_ALLOWED_ERR", value: Int(6) },
    Constant { name: "Dom\\NO_MODIFICATION_ALLOWED_ERR", value: Int(7) },
    Constant { name: "Dom\\NOT_FOUND_ERR", value: Int(8) },
    Constant { name: "Dom\\NOT_SUPPORTED_ERR", value: Int(9) },
    Constant { name: "Dom\\INUSE_ATTRIBUTE_ERR", value: Int(10) },
    Constant { name: "Dom\\INVALID_STATE_ERR", value: Int(11) },
    Constant { name: "Dom\\SYNTAX_ERR", value: Int(12) },
    Constant { name: "Dom\\INVALID_MODIFICATION_ERR", value: Int(13) },
    Constant { name: "Dom\\NAMESPACE_ERR", value: Int(14) },
    Constant { name: "Dom\\VALIDATION_ERR", value: Int(16) },
    Constant { name: "Dom\\HTML_NO_DEFAULT_NS", value: Int(2147483648) },
];
