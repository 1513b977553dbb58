use crate::{Format, Refusal, checked, checked_among, file_name, headers};
use axum::http::header;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const ENOUGH: usize = 1 << 20;

fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn office(main: &str) -> Vec<u8> {
    archive(&[("[Content_Types].xml", &format!("<Types>{main}.main+xml</Types>")), ("word/document.xml", "<w/>")])
}

fn pdf(objects: impl AsRef<[u8]>) -> Vec<u8> {
    [b"%PDF-1.7\n", objects.as_ref(), b"\ntrailer << /Root 1 0 R >>\n%%EOF\n"].concat()
}

fn packed(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).unwrap();
    let content = encoder.finish().unwrap();
    [format!("5 0 obj << {dictionary} /Filter /FlateDecode >>\nstream\n").as_bytes(), &content, b"\nendstream endobj"]
        .concat()
}

#[test]
fn a_document_is_what_its_bytes_say() {
    for (name, bytes, format) in [
        ("Rapport.PDF", pdf("1 0 obj << /Type /Catalog >> endobj"), Format::Pdf),
        ("a.docx", office("wordprocessingml.document"), Format::Word),
        ("a.xlsx", office("spreadsheetml.sheet"), Format::Excel),
        ("a.pptx", office("presentationml.presentation"), Format::PowerPoint),
        ("a.odt", archive(&[("mimetype", "application/vnd.oasis.opendocument.text")]), Format::OpenText),
        ("a.ods", archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]), Format::OpenSpreadsheet),
    ] {
        assert_eq!(checked(name, &bytes, ENOUGH), Ok(format), "{name}");
        assert_eq!(checked("a.exe", &bytes, ENOUGH), Err(Refusal::Misnamed), "{name}");
        assert_eq!(checked(name, &bytes, 10), Err(Refusal::TooLarge), "{name}");
        assert_eq!(Format::of(format.media_type()), Some(format));
    }
}

#[test]
fn what_could_run_is_turned_away() {
    for (bytes, refusal) in [
        (Vec::new(), Refusal::Missing),
        (b"<!doctype html><script>".to_vec(), Refusal::Markup),
        (b"\xef\xbb\xbf<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), Refusal::Markup),
        (b"MZ\x90\0".to_vec(), Refusal::Unknown),
        (pdf("1 0 obj << /OpenAction << /S /Java#53cript >> >> endobj"), Refusal::Script),
        (pdf("1 0 obj << /Encrypt 2 0 R >> endobj"), Refusal::Locked),
        (b"%PDF-1.7\ncut off".to_vec(), Refusal::Damaged),
        (office("word.document.macroEnabled"), Refusal::Script),
        (
            archive(&[("[Content_Types].xml", "wordprocessingml.document.main+xml"), ("word/vbaProject.bin", "")]),
            Refusal::Script,
        ),
        (archive(&[("notes.txt", "")]), Refusal::Unknown),
        (b"PK\x03\x04broken".to_vec(), Refusal::Damaged),
    ] {
        assert_eq!(checked("a.docx", &bytes, ENOUGH), Err(refusal), "{:?}", &bytes[..bytes.len().min(40)]);
    }
}

#[test]
fn what_could_run_is_found_however_it_is_hidden() {
    let script = b"1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj";
    let escaped = b"1 0 obj << /OpenAction << /S /J#61va#53cript /JS (app.alert(1)) >> >> endobj";
    for hidden in [
        pdf(script),
        pdf(escaped),
        pdf(packed("/Type /ObjStm /N 1 /First 4", script)),
        pdf(packed("/Type /Obj#53tm /Subtype /Image", escaped)),
        pdf(b"1 0 obj << /S /Launch /F (a.exe) >> endobj"),
    ] {
        assert_eq!(checked("a.pdf", &hidden, ENOUGH), Err(Refusal::Script));
    }
    let unseen = pdf(b"5 0 obj << /Type /ObjStm /Filter /LZWDecode >>\nstream\nabc\nendstream");
    assert_eq!(checked("a.pdf", &unseen, ENOUGH), Err(Refusal::Damaged));
    let basic = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.presentation"),
        ("Basic/Standard/Module1.xml", "Sub Main"),
    ]);
    assert_eq!(checked("a.odp", &basic, ENOUGH), Err(Refusal::Script));
    for harmless in [
        pdf(packed("", b"BT (Torget) Tj ET")),
        // Where it opens is nothing that runs.
        pdf(b"1 0 obj << /Type /Catalog /OpenAction [3 0 R /Fit] >> endobj"),
    ] {
        assert_eq!(checked("a.pdf", &harmless, ENOUGH), Ok(Format::Pdf));
    }
}

#[test]
fn what_is_not_wanted_is_refused_whatever_it_is_called() {
    let text = archive(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    for name in ["a.odp", "a.odt", "a.pdf"] {
        let wanted = [Format::Pdf, Format::OpenPresentation];
        assert_eq!(checked_among(&wanted, name, &text, ENOUGH), Err(Refusal::Unknown), "{name}");
    }
}

#[test]
fn names_are_clean_and_nothing_is_shown_in_the_browser() {
    for (wanted, name) in [
        ("..\\..\\C:\\Rapport \"2027\".exe", "Rapport -2027.pdf"),
        ("Torget i Førde.pptx", "Torget i Førde.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\fakepath\\mine.pdf", "mine.pdf"),
        ("a\r\nSet-Cookie: b\".html", "a--Set-Cookie- b.pdf"),
        ("../..", "fil.pdf"),
        ("", "fil.pdf"),
        (".pdf", "fil.pdf"),
    ] {
        assert_eq!(file_name(wanted, Format::Pdf), name);
    }
    assert_eq!(file_name("", Format::Word), "fil.docx");
    let given = headers(Format::Pdf.media_type(), "Årsmøte.pdf");
    assert_eq!(
        given[header::CONTENT_DISPOSITION],
        "attachment; filename=\"_rsm_te.pdf\"; filename*=UTF-8''%C3%85rsm%C3%B8te.pdf"
    );
    assert_eq!(given[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert!(given[header::CONTENT_SECURITY_POLICY].to_str().unwrap().contains("sandbox"));
}
