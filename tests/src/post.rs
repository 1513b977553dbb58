//! The mail server of the house on its way to us: hands letters over by LMTP, as Postfix does.

use crate::Received;
use std::net::SocketAddr;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// Under this name it says what it has found out about senders.
pub const AUTHSERV_ID: &str = "mx.distriktssenteret.example.no";

/// Hands a letter over. It is taken.
pub async fn deliver(door: SocketAddr, sender: &str, recipient: &str, letter: &str) {
    let mut wire = BufReader::new(TcpStream::connect(door).await.expect("the door is open"));
    expect(&mut wire, "220").await;
    for (line, code) in [
        (format!("LHLO {AUTHSERV_ID}"), "250"),
        (format!("MAIL FROM:<{sender}>"), "250"),
        (format!("RCPT TO:<{recipient}>"), "250"),
        ("DATA".to_owned(), "354"),
        (format!("{}\r\n.", letter.replace("\r\n.", "\r\n..")), "250"),
        ("QUIT".to_owned(), "221"),
    ] {
        wire.write_all(format!("{line}\r\n").as_bytes()).await.expect("the door is open");
        expect(&mut wire, code).await;
    }
}

async fn expect(wire: &mut BufReader<TcpStream>, code: &str) {
    loop {
        let mut line = String::new();
        wire.read_line(&mut line).await.expect("an answer");
        assert!(line.starts_with(code), "{code} was expected: {line}");
        if line.as_bytes().get(3) != Some(&b'-') {
            return;
        }
    }
}

/// The answer that a calendar gives to an invitation, found to come from the person by our own mail server.
pub fn answer(invitation: &Received, partstat: &str, stamp: &str) -> String {
    let property = |name: &str| invitation.property(name).unwrap_or_else(|| panic!("no {name}"));
    let person = &invitation.recipient;
    let domain = person.split('@').nth(1).expect("a domain");
    let lines = [
        format!("Authentication-Results: {AUTHSERV_ID}; dmarc=pass header.from={domain}"),
        format!("From: <{person}>"),
        format!("To: <{}>", invitation.property("ORGANIZER").expect("an organiser").trim_start_matches("mailto:")),
        format!("Subject: {partstat}"),
        "MIME-Version: 1.0".to_owned(),
        "Content-Type: text/calendar; charset=utf-8; method=REPLY".to_owned(),
        String::new(),
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "METHOD:REPLY".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", property("UID")),
        format!("SEQUENCE:{}", property("SEQUENCE")),
        format!("DTSTAMP:{stamp}"),
        format!("ATTENDEE;PARTSTAT={partstat}:mailto:{person}"),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.join("\r\n")
}
