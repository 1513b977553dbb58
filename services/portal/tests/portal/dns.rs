//! A DNS server on this machine, which answers over UDP and TCP what it is told to.

use hickory_resolver::proto::op::{Message, OpCode, ResponseCode};
use hickory_resolver::proto::rr::rdata::{A, AAAA, MX, TXT};
use hickory_resolver::proto::rr::{Name, RData, Record, RecordType};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, UdpSocket};
use tokio::task::JoinSet;

/// Longer answers are cut off over UDP, as many networks have it.
const LONGEST: usize = 512;

pub(crate) struct Dns {
    pub(crate) address: SocketAddr,
    /// What it was asked.
    pub(crate) asked: Arc<Mutex<Vec<String>>>,
    _serving: JoinSet<()>,
}

/// What stands at a name.
#[derive(Clone)]
pub(crate) enum Stands {
    Txt(&'static str, String),
    Mx(&'static str, &'static str),
    Address(&'static str, IpAddr),
    /// Whoever asks gets no answer.
    Silence(&'static str),
    /// The server says that it cannot tell.
    Failure(&'static str),
}

impl Dns {
    pub(crate) async fn serving(zone: Vec<Stands>) -> Self {
        let (udp, tcp) = one_port().await;
        let address = udp.local_addr().expect("an address");
        let (zone, asked) = (Arc::new(zone), Arc::new(Mutex::new(Vec::new())));
        let mut serving = JoinSet::new();
        let (own, log) = (zone.clone(), asked.clone());
        serving.spawn(async move {
            let mut buffer = [0; 4096];
            while let Ok((length, peer)) = udp.recv_from(&mut buffer).await {
                let Some(mut answer) = answered(&own, &log, &buffer[..length]) else { continue };
                if answer.to_vec().expect("an answer").len() > LONGEST {
                    answer.metadata.truncation = true;
                    answer.answers.clear();
                }
                udp.send_to(&answer.to_vec().expect("an answer"), peer).await.expect("sent");
            }
        });
        let log = asked.clone();
        serving.spawn(async move {
            while let Ok((mut stream, _)) = tcp.accept().await {
                while let Ok(length) = stream.read_u16().await {
                    let mut question = vec![0; usize::from(length)];
                    stream.read_exact(&mut question).await.expect("a question");
                    let Some(answer) = answered(&zone, &log, &question) else { continue };
                    let answer = answer.to_vec().expect("an answer");
                    stream.write_u16(u16::try_from(answer.len()).expect("short")).await.expect("sent");
                    stream.write_all(&answer).await.expect("sent");
                }
            }
        });
        Self { address, asked, _serving: serving }
    }
}

/// A port that is free over both. One that is free over UDP may be taken over TCP by anybody who calls out.
async fn one_port() -> (UdpSocket, TcpListener) {
    let mut taken = Vec::new();
    for _ in 0..100 {
        let udp = UdpSocket::bind("127.0.0.1:0").await.expect("a socket");
        match TcpListener::bind(udp.local_addr().expect("an address")).await {
            Ok(tcp) => return (udp, tcp),
            Err(_) => taken.push(udp),
        }
    }
    panic!("no port is free over UDP and TCP")
}

fn answered(zone: &[Stands], asked: &Mutex<Vec<String>>, question: &[u8]) -> Option<Message> {
    let question = Message::from_vec(question).expect("a question");
    let query = question.queries.first().expect("one question").clone();
    let name = query.name().to_lowercase().to_ascii();
    let name = name.trim_end_matches('.');
    asked.lock().expect("nobody panics").push(name.to_owned());
    let mut answer = Message::response(question.metadata.id, OpCode::Query);
    answer.metadata.recursion_available = true;
    answer.metadata.recursion_desired = question.metadata.recursion_desired;
    answer.add_query(query.clone());
    let mut known = false;
    for stands in zone {
        let (own, kind, data) = match stands {
            Stands::Silence(own) if *own == name => return None,
            Stands::Failure(own) if *own == name => {
                answer.metadata.response_code = ResponseCode::ServFail;
                return Some(answer);
            }
            Stands::Txt(own, text) => {
                // A string in the DNS is at most 255 bytes long; longer texts are several.
                let parts = text.as_bytes().chunks(255).map(|part| String::from_utf8_lossy(part).into_owned());
                (own, RecordType::TXT, RData::TXT(TXT::new(parts.collect())))
            }
            Stands::Mx(own, server) => {
                let server = Name::from_ascii(server).expect("a name");
                (own, RecordType::MX, RData::MX(MX::new(10, server)))
            }
            Stands::Address(own, IpAddr::V4(address)) => (own, RecordType::A, RData::A(A(*address))),
            Stands::Address(own, IpAddr::V6(address)) => (own, RecordType::AAAA, RData::AAAA(AAAA(*address))),
            _ => continue,
        };
        known |= *own == name;
        if *own == name && kind == query.query_type() {
            answer.add_answer(Record::from_rdata(query.name().clone(), 60, data));
        }
    }
    if !known {
        answer.metadata.response_code = ResponseCode::NXDomain;
    }
    Some(answer)
}
