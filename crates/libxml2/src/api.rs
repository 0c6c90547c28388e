//! tidy: table
//! The functions of libxml2 that are called, found in the library when the first is.
//!
//! # Invariants
//! - A1: the types are those that libxml2's headers declare for `libxml2.so.2`.

use std::ffi::{c_char, c_int, c_long, c_void};
use std::sync::OnceLock;

use libloading::Library;

use crate::raw::*;

/// Calls a function of libxml2.
macro_rules! ffi {
    ($name:ident($($arg:expr),* $(,)?)) => {{
        let function = $crate::api::api().$name;
        // SAFETY: A1, and invariant L1 of the crate: what the arguments point to is alive.
        unsafe { function($($arg),*) }
    }};
}
pub(crate) use ffi;

macro_rules! functions {
    ($($name:ident($($ty:ty),* $(,)?) $(-> $ret:ty)?;)+) => {
        /// The functions.
        #[allow(non_snake_case, reason = "the names of the library")]
        pub struct Api {
            $(pub $name: unsafe extern "C" fn($($ty),*) $(-> $ret)?,)+
            free: *mut *mut c_void,
        }

        fn find(library: &Library) -> Result<Api, libloading::Error> {
            Ok(Api {
                $($name: {
                    let name = concat!(stringify!($name), "\0").as_bytes();
                    // SAFETY: A1.
                    let symbol = unsafe { library.get(name)? };
                    *symbol
                },)+
                free: {
                    // SAFETY: A1: `xmlFree` is a variable that holds a function.
                    let symbol = unsafe { library.get::<*mut *mut c_void>(b"xmlFree\0")? };
                    *symbol
                },
            })
        }
    };
}

// SAFETY: addresses of code, and of a variable that is never written.
unsafe impl Send for Api {}
// SAFETY: the same.
unsafe impl Sync for Api {}

type Text = *const u8;
type Chars = *const c_char;
type Node = *mut XmlNode;
type Doc = *mut XmlDoc;
type Ns = *mut XmlNs;
type Any = *mut c_void;
type Parser = *mut XmlParserCtxt;

functions! {
    xmlInitParser();
    xmlSetStructuredErrorFunc(Any, Any);
    xmlSetExternalEntityLoader(Any);
    xmlFreeParserCtxt(Parser);
    xmlCreateMemoryParserCtxt(Chars, c_int) -> Parser;
    xmlCreateURLParserCtxt(Chars, c_int) -> Parser;
    xmlCtxtUseOptions(Parser, c_int) -> c_int;
    xmlParseDocument(Parser) -> c_int;
    xmlStopParser(Parser);
    __xmlSaveNoEmptyTags() -> *mut c_int;
    xmlCreatePushParserCtxt(*mut SaxHandler, Any, Chars, c_int, Chars) -> Parser;
    xmlParseChunk(Parser, Chars, c_int, c_int) -> c_int;
    xmlSwitchToEncoding(Parser, Any) -> c_int;
    xmlFindCharEncodingHandler(Chars) -> Any;
    xmlParseBalancedChunkMemory(Doc, Any, Any, c_int, Text, *mut Node) -> c_int;
    xmlNewIOInputStream(Parser, Any, c_int) -> *mut XmlParserInput;
    xmlParserInputBufferCreateMem(Chars, c_int, c_int) -> Any;
    xmlFreeParserInputBuffer(Any);
    __xmlLoaderErr(Any, Chars, Chars);
    htmlCreateMemoryParserCtxt(Chars, c_int) -> Parser;
    htmlCreateFileParserCtxt(Chars, Chars) -> Parser;
    htmlCtxtUseOptions(Parser, c_int) -> c_int;
    htmlParseDocument(Parser) -> c_int;
    htmlFreeParserCtxt(Parser);
    htmlSetMetaEncoding(Doc, Text) -> c_int;
    htmlGetMetaEncoding(Doc) -> *const u8;
    htmlNewDocNoDtD(Text, Text) -> Doc;
    htmlDocDumpMemoryFormat(Doc, *mut *mut u8, *mut c_int, c_int);
    htmlNodeDumpFormatOutput(*mut OutputBuffer, Doc, Node, Chars, c_int);
    xmlXIncludeProcessFlags(Doc, c_int) -> c_int;

    xmlNewDoc(Text) -> Doc;
    xmlFreeDoc(Doc);
    xmlCopyDoc(Doc, c_int) -> Doc;
    xmlDocGetRootElement(Doc) -> Node;
    xmlNewDocNode(Doc, Ns, Text, Text) -> Node;
    xmlNewDocTextLen(Doc, Text, c_int) -> Node;
    xmlNewDocComment(Doc, Text) -> Node;
    xmlNewCDataBlock(Doc, Text, c_int) -> Node;
    xmlNewDocPI(Doc, Text, Text) -> Node;
    xmlNewDocFragment(Doc) -> Node;
    xmlNewReference(Doc, Text) -> Node;
    xmlNewDocProp(Doc, Text, Text) -> Node;
    xmlNewNsProp(Node, Ns, Text, Text) -> Node;
    xmlNewChild(Node, Ns, Text, Text) -> Node;
    xmlFreeNode(Node);
    xmlFreeProp(Node);
    xmlUnlinkNode(Node);
    xmlAddChild(Node, Node) -> Node;
    xmlDocCopyNode(Node, Doc, c_int) -> Node;
    xmlCopyDtd(Node) -> Node;
    xmlSetTreeDoc(Node, Doc);
    xmlReconciliateNs(Doc, Node) -> c_int;
    xmlNodeGetContent(Node) -> *mut u8;
    xmlNodeSetContent(Node, Text);
    xmlNodeSetContentLen(Node, Text, c_int);
    xmlNodeSetName(Node, Text);
    xmlNodeGetBase(Doc, Node) -> *mut u8;
    xmlBuildURI(Text, Text) -> *mut u8;
    xmlNodeListGetString(Doc, Node, c_int) -> *mut u8;
    xmlGetLineNo(Node) -> c_long;
    xmlGetNodePath(Node) -> *mut u8;
    xmlHasProp(Node, Text) -> Node;
    xmlHasNsProp(Node, Text, Text) -> Node;
    xmlGetNoNsProp(Node, Text) -> *mut u8;
    xmlGetNsProp(Node, Text, Text) -> *mut u8;
    xmlSetProp(Node, Text, Text) -> Node;
    xmlSetNsProp(Node, Ns, Text, Text) -> Node;
    xmlNewNs(Node, Text, Text) -> Ns;
    xmlFreeNs(Ns);
    xmlFreeNsList(Ns);
    xmlSearchNs(Doc, Node, Text) -> Ns;
    xmlSearchNsByHref(Doc, Node, Text) -> Ns;
    xmlGetNsList(Doc, Node) -> *mut Ns;
    xmlAddID(Any, Doc, Text, Node) -> Any;
    xmlRemoveID(Doc, Node) -> c_int;
    xmlGetID(Doc, Text) -> Node;
    xmlStrdup(Text) -> *mut u8;
    xmlValidateName(Text, c_int) -> c_int;
    xmlValidateNCName(Text, c_int) -> c_int;
    xmlValidateQName(Text, c_int) -> c_int;
    xmlCanonicPath(Text) -> *mut u8;
    xmlEncodeEntitiesReentrant(Doc, Text) -> *mut u8;
    xmlTextConcat(Node, Text, c_int) -> c_int;
    xmlIsBlankNode(Node) -> c_int;

    xmlBufferCreate() -> *mut XmlBuffer;
    xmlBufferFree(*mut XmlBuffer);
    xmlBufferEmpty(*mut XmlBuffer);
    xmlOutputBufferCreateBuffer(*mut XmlBuffer, Any) -> *mut OutputBuffer;
    xmlOutputBufferGetContent(*mut OutputBuffer) -> Text;
    xmlOutputBufferGetSize(*mut OutputBuffer) -> usize;
    xmlOutputBufferFlush(*mut OutputBuffer) -> c_int;
    xmlOutputBufferClose(*mut OutputBuffer) -> c_int;
    xmlAllocOutputBuffer(Any) -> *mut OutputBuffer;
    xmlSaveToBuffer(*mut XmlBuffer, Chars, c_int) -> Any;
    xmlSaveDoc(Any, Doc) -> c_long;
    xmlSaveTree(Any, Node) -> c_long;
    xmlSaveClose(Any) -> c_int;
    xmlNodeDumpOutput(*mut OutputBuffer, Doc, Node, c_int, c_int, Chars);
    xmlNodeDump(*mut XmlBuffer, Doc, Node, c_int, c_int) -> c_int;
    xmlC14NExecute(Doc, Any, Any, c_int, *mut Text, c_int, *mut OutputBuffer) -> c_int;

    xmlGetIntSubset(Doc) -> *mut XmlDtd;
    xmlCreateIntSubset(Doc, Text, Text, Text) -> *mut XmlDtd;
    xmlFreeDtd(*mut XmlDtd);
    xmlGetDocEntity(Doc, Text) -> *mut XmlEntity;
    xmlHashScan(Any, Any, Any);
    xmlNewValidCtxt() -> *mut ValidCtxt;
    xmlFreeValidCtxt(*mut ValidCtxt);
    xmlValidateDocument(*mut ValidCtxt, Doc) -> c_int;

    xmlSchemaNewParserCtxt(Chars) -> Any;
    xmlSchemaNewMemParserCtxt(Chars, c_int) -> Any;
    xmlSchemaFreeParserCtxt(Any);
    xmlSchemaParse(Any) -> Any;
    xmlSchemaFree(Any);
    xmlSchemaNewValidCtxt(Any) -> Any;
    xmlSchemaFreeValidCtxt(Any);
    xmlSchemaSetValidOptions(Any, c_int) -> c_int;
    xmlSchemaValidateDoc(Any, Doc) -> c_int;
    xmlRelaxNGNewParserCtxt(Chars) -> Any;
    xmlRelaxNGNewMemParserCtxt(Chars, c_int) -> Any;
    xmlRelaxNGFreeParserCtxt(Any);
    xmlRelaxNGParse(Any) -> Any;
    xmlRelaxNGFree(Any);
    xmlRelaxNGNewValidCtxt(Any) -> Any;
    xmlRelaxNGFreeValidCtxt(Any);
    xmlRelaxNGValidateDoc(Any, Doc) -> c_int;

    xmlXPathNewContext(Doc) -> *mut XPathContext;
    xmlXPathFreeContext(*mut XPathContext);
    xmlXPathRegisterNs(*mut XPathContext, Text, Text) -> c_int;
    xmlXPathRegisterFuncNS(*mut XPathContext, Text, Text, Any) -> c_int;
    xmlXPathEvalExpression(Text, *mut XPathContext) -> *mut XPathObject;
    xmlXPathFreeObject(*mut XPathObject);
    xmlXPathNewString(Text) -> *mut XPathObject;
    xmlXPathNewBoolean(c_int) -> *mut XPathObject;
    xmlXPathNewFloat(f64) -> *mut XPathObject;
    xmlXPathNewNodeSet(Node) -> *mut XPathObject;
    xmlXPathCastToString(*mut XPathObject) -> *mut u8;
    xmlXPathNodeSetContains(Any, Node) -> c_int;
    xmlXPathNodeSetAdd(Any, Node) -> c_int;
    valuePop(*mut XPathParserContext) -> *mut XPathObject;
    valuePush(*mut XPathParserContext, *mut XPathObject) -> c_int;

    xmlNewTextWriterMemory(*mut XmlBuffer, c_int) -> Any;
    xmlFreeTextWriter(Any);
    xmlTextWriterFlush(Any) -> c_int;
    xmlTextWriterSetIndent(Any, c_int) -> c_int;
    xmlTextWriterSetIndentString(Any, Text) -> c_int;
    xmlTextWriterStartDocument(Any, Chars, Chars, Chars) -> c_int;
    xmlTextWriterEndDocument(Any) -> c_int;
    xmlTextWriterStartElement(Any, Text) -> c_int;
    xmlTextWriterStartElementNS(Any, Text, Text, Text) -> c_int;
    xmlTextWriterEndElement(Any) -> c_int;
    xmlTextWriterFullEndElement(Any) -> c_int;
    xmlTextWriterStartAttribute(Any, Text) -> c_int;
    xmlTextWriterStartAttributeNS(Any, Text, Text, Text) -> c_int;
    xmlTextWriterEndAttribute(Any) -> c_int;
    xmlTextWriterWriteAttribute(Any, Text, Text) -> c_int;
    xmlTextWriterWriteAttributeNS(Any, Text, Text, Text, Text) -> c_int;
    xmlTextWriterWriteElement(Any, Text, Text) -> c_int;
    xmlTextWriterWriteElementNS(Any, Text, Text, Text, Text) -> c_int;
    xmlTextWriterStartPI(Any, Text) -> c_int;
    xmlTextWriterEndPI(Any) -> c_int;
    xmlTextWriterWritePI(Any, Text, Text) -> c_int;
    xmlTextWriterStartCDATA(Any) -> c_int;
    xmlTextWriterEndCDATA(Any) -> c_int;
    xmlTextWriterWriteCDATA(Any, Text) -> c_int;
    xmlTextWriterWriteString(Any, Text) -> c_int;
    xmlTextWriterWriteRaw(Any, Text) -> c_int;
    xmlTextWriterStartComment(Any) -> c_int;
    xmlTextWriterEndComment(Any) -> c_int;
    xmlTextWriterWriteComment(Any, Text) -> c_int;
    xmlTextWriterStartDTD(Any, Text, Text, Text) -> c_int;
    xmlTextWriterEndDTD(Any) -> c_int;
    xmlTextWriterWriteDTD(Any, Text, Text, Text, Text) -> c_int;
    xmlTextWriterStartDTDElement(Any, Text) -> c_int;
    xmlTextWriterEndDTDElement(Any) -> c_int;
    xmlTextWriterWriteDTDElement(Any, Text, Text) -> c_int;
    xmlTextWriterStartDTDAttlist(Any, Text) -> c_int;
    xmlTextWriterEndDTDAttlist(Any) -> c_int;
    xmlTextWriterWriteDTDAttlist(Any, Text, Text) -> c_int;
    xmlTextWriterStartDTDEntity(Any, c_int, Text) -> c_int;
    xmlTextWriterEndDTDEntity(Any) -> c_int;
    xmlTextWriterWriteDTDEntity(Any, c_int, Text, Text, Text, Text, Text) -> c_int;

    xmlReaderForMemory(Chars, c_int, Chars, Chars, c_int) -> Any;
    xmlFreeTextReader(Any);
    xmlTextReaderRead(Any) -> c_int;
    xmlTextReaderNext(Any) -> c_int;
    xmlTextReaderAttributeCount(Any) -> c_int;
    xmlTextReaderConstBaseUri(Any) -> Text;
    xmlTextReaderDepth(Any) -> c_int;
    xmlTextReaderHasAttributes(Any) -> c_int;
    xmlTextReaderHasValue(Any) -> c_int;
    xmlTextReaderIsDefault(Any) -> c_int;
    xmlTextReaderIsEmptyElement(Any) -> c_int;
    xmlTextReaderIsValid(Any) -> c_int;
    xmlTextReaderConstLocalName(Any) -> Text;
    xmlTextReaderConstName(Any) -> Text;
    xmlTextReaderConstNamespaceUri(Any) -> Text;
    xmlTextReaderConstPrefix(Any) -> Text;
    xmlTextReaderConstValue(Any) -> Text;
    xmlTextReaderConstXmlLang(Any) -> Text;
    xmlTextReaderNodeType(Any) -> c_int;
    xmlTextReaderGetAttribute(Any, Text) -> *mut u8;
    xmlTextReaderGetAttributeNo(Any, c_int) -> *mut u8;
    xmlTextReaderGetAttributeNs(Any, Text, Text) -> *mut u8;
    xmlTextReaderGetParserProp(Any, c_int) -> c_int;
    xmlTextReaderSetParserProp(Any, c_int, c_int) -> c_int;
    xmlTextReaderLookupNamespace(Any, Text) -> *mut u8;
    xmlTextReaderMoveToAttribute(Any, Text) -> c_int;
    xmlTextReaderMoveToAttributeNo(Any, c_int) -> c_int;
    xmlTextReaderMoveToAttributeNs(Any, Text, Text) -> c_int;
    xmlTextReaderMoveToElement(Any) -> c_int;
    xmlTextReaderMoveToFirstAttribute(Any) -> c_int;
    xmlTextReaderMoveToNextAttribute(Any) -> c_int;
    xmlTextReaderReadInnerXml(Any) -> *mut u8;
    xmlTextReaderReadOuterXml(Any) -> *mut u8;
    xmlTextReaderReadString(Any) -> *mut u8;
    xmlTextReaderExpand(Any) -> Node;
    xmlTextReaderCurrentDoc(Any) -> Doc;
    xmlTextReaderSetSchema(Any, Any) -> c_int;
    xmlTextReaderRelaxNGSetSchema(Any, Any) -> c_int;
}

/// What the dynamic loader knows the library by.
const SONAME: &str = "libxml2.so.2";

static API: OnceLock<Option<Api>> = OnceLock::new();

fn load() -> Option<Api> {
    // SAFETY: the library's constructors do nothing but set its variables up.
    let library = unsafe { Library::new(SONAME) }.ok()?;
    let api = find(&library).ok()?;
    std::mem::forget(library);
    let begin = api.xmlInitParser;
    // SAFETY: A1; this thread is the only one that knows of the library.
    unsafe { begin() };
    Some(api)
}

/// Whether the library is there; it is looked for once.
pub fn is_there() -> bool {
    API.get_or_init(load).is_some()
}

/// The functions.
///
/// # Panics
/// When nobody asked whether the library is there, or it is not.
pub fn api() -> &'static Api {
    API.get_or_init(load).as_ref().expect("invariant: the library is asked for first")
}

/// Frees what the library allocated.
pub fn free(block: *mut c_void) {
    if block.is_null() {
        return;
    }
    // SAFETY: A1.
    let function = unsafe { *api().free };
    // SAFETY: A1: that variable holds a function of this type.
    let function: unsafe extern "C" fn(*mut c_void) = unsafe { std::mem::transmute(function) };
    // SAFETY: L1: the block came from the library, and nobody uses it again.
    unsafe { function(block) };
}
