use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// The address a request comes from. `X-Forwarded-For` is believed only as far as configured proxies wrote it.
pub(crate) fn peer(extensions: &Extensions, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let direct = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(peer)| peer.ip().to_canonical());
    if !trusted.contains(&direct) {
        return direct;
    }
    let forwarded = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let mut hops: Vec<&str> = forwarded.flat_map(|value| value.split(',')).map(str::trim).collect();
    // Each proxy adds the address it sees at the end; what stands before the first stranger is anybody's invention.
    while let Some(hop) = hops.pop() {
        let Ok(address) = hop.parse::<IpAddr>() else { return direct };
        if !trusted.contains(&address) {
            return address.to_canonical();
        }
    }
    direct
}

#[cfg(test)]
mod tests {
    use super::peer;
    use axum::extract::ConnectInfo;
    use axum::http::{Extensions, HeaderMap};
    use std::net::{IpAddr, SocketAddr};

    #[track_caller]
    fn check(from: &str, forwarded: &[&str], expected: &str) {
        let trusted: Vec<IpAddr> = vec!["10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap()];
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(from.parse().unwrap(), 4711)));
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        assert_eq!(peer(&extensions, &headers, &trusted), expected.parse::<IpAddr>().unwrap());
    }

    #[test]
    fn anybody_can_write_the_header() {
        check("192.0.2.7", &["203.0.113.9"], "192.0.2.7");
        check("192.0.2.7", &[], "192.0.2.7");
    }

    #[test]
    fn a_trusted_proxy_is_believed_about_whom_it_saw() {
        check("10.0.0.1", &["203.0.113.9"], "203.0.113.9");
        check("10.0.0.1", &["1.1.1.1, 203.0.113.9"], "203.0.113.9");
        check("10.0.0.1", &["1.1.1.1", "203.0.113.9, 10.0.0.2"], "203.0.113.9");
        check("10.0.0.1", &["2001:db8::7"], "2001:db8::7");
        check("::ffff:10.0.0.1", &["203.0.113.9"], "203.0.113.9");
        check("10.0.0.1", &[], "10.0.0.1");
        check("10.0.0.1", &["unknown"], "10.0.0.1");
        check("10.0.0.1", &["10.0.0.2"], "10.0.0.1");
    }
}
