//! Names of days and months.
//!
//! tidy: table

pub const WEEKDAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
pub const MONTHS: [&str; 13] = [
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
pub const FRENCH: [&str; 14] = [
    "",
    "Vendemiaire",
    "Brumaire",
    "Frimaire",
    "Nivose",
    "Pluviose",
    "Ventose",
    "Germinal",
    "Floreal",
    "Prairial",
    "Messidor",
    "Thermidor",
    "Fructidor",
    "Extra",
];
pub const JEWISH: [&str; 14] = [
    "", "Tishri", "Heshvan", "Kislev", "Tevet", "Shevat", "", "Adar", "Nisan", "Iyyar", "Sivan",
    "Tammuz", "Av", "Elul",
];
pub const JEWISH_LEAP: [&str; 14] = [
    "", "Tishri", "Heshvan", "Kislev", "Tevet", "Shevat", "Adar I", "Adar II", "Nisan", "Iyyar",
    "Sivan", "Tammuz", "Av", "Elul",
];
/// In ISO 8859-8.
pub const HEBREW: [&[u8]; 14] = [
    b"",
    b"\xfa\xf9\xf8\xe9",
    b"\xe7\xf9\xe5\xef",
    b"\xeb\xf1\xec\xe5",
    b"\xe8\xe1\xfa",
    b"\xf9\xe1\xe8",
    b"",
    b"\xe0\xe3\xf8",
    b"\xf0\xe9\xf1\xef",
    b"\xe0\xe9\xe9\xf8",
    b"\xf1\xe9\xe5\xef",
    b"\xfa\xee\xe5\xe6",
    b"\xe0\xe1",
    b"\xe0\xec\xe5\xec",
];
/// The two months of a leap year, in ISO 8859-8.
pub const HEBREW_ADAR: [&[u8]; 2] = [b"\xe0\xe3\xf8 \xe0'", b"\xe0\xe3\xf8 \xe1'"];
/// Letters that stand for numbers, in ISO 8859-8.
pub const LETTERS: [u8; 22] = [
    0xe0, 0xe1, 0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xeb, 0xec, 0xee, 0xf0, 0xf1, 0xf2,
    0xf4, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa,
];
