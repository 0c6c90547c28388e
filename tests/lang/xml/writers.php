<?php
// Functions and methods of writers and readers that PHP's own tests leave out.

$writer = xmlwriter_open_memory();
xmlwriter_start_element($writer, 'r');
var_dump(xmlwriter_write_cdata($writer, 'a < b'), xmlwriter_write_raw($writer, '<raw/>'), xmlwriter_end_element($writer));
var_dump(xmlwriter_output_memory($writer, true), xmlwriter_output_memory($writer));

$file = tempnam(sys_get_temp_dir(), 'xml');
$writer = XMLWriter::toUri($file);
$writer->startDocument('1.0', 'UTF-8');
var_dump($writer->writeDtd('r', null, 's.dtd'), $writer->startElement('r'), $writer->endElement(), $writer->endDocument(), $writer->flush());
unset($writer);
echo file_get_contents($file), "\n";
unlink($file);
$writer = XMLWriter::toMemory();
var_dump($writer->startDtd('r'), $writer->startDtdEntity('one', false), $writer->text('1'), $writer->endDtdEntity(), $writer->endDtd());
echo $writer->outputMemory(), "\n";

$reader = XMLReader::fromString('<r xmlns="urn:d" xmlns:x="urn:x"><x:a/></r>');
$reader->setRelaxNGSchemaSource(null);
$reader->read();
var_dump($reader->lookupNamespace('x'), $reader->lookupNamespace('y'));
$reader = XMLReader::fromString('<l/>');
var_dump($reader->setRelaxNGSchemaSource('<element name="l" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'));
var_dump($reader->read(), $reader->isValid());

$element = new SimpleXMLElement('<r><a/></r>');
var_dump($element->saveXML(), $element->a->saveXML());

$info = new finfo(FILEINFO_NONE);
var_dump($info->buffer("<?php\n"), $info->set_flags(FILEINFO_MIME_TYPE), $info->buffer('{"a":1}'), $info->file(__FILE__));
$old = finfo_open(FILEINFO_MIME_TYPE);
var_dump(finfo_buffer($old, "GIF89a"), finfo_set_flags($old, FILEINFO_MIME_ENCODING), finfo_file($old, __FILE__));
$stream = gzopen($file, 'w');
gzwrite($stream, 'ab');
gzclose($stream);
$stream = gzopen($file, 'r');
var_dump(gzgetc($stream), gzgetc($stream), gzgetc($stream));
$packed = bzopen($file, 'w');
var_dump(bzwrite($packed, 'text'), bzflush($packed), bzclose($packed), bzdecompress(file_get_contents($file)));
unlink($file);
