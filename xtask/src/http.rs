//! Answers requests over HTTP/1.1, one thread and one request for each connection: a browser keeps connections open
//! without a word, and none of them may wait for another. Knows requests and answers, nothing of what is served.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// The most that a request may say, in bytes.
const LONGEST: u64 = 16 * 1024;

/// How long somebody may take to say it, or to take the answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A file and its media type.
pub(crate) type Found = (File, &'static str);

/// Answers whoever connects with what `find` has at the path that is asked for, until the listener is closed.
pub(crate) fn answer(listener: &TcpListener, find: impl Fn(&str) -> Option<Found> + Sync) {
    thread::scope(|scope| {
        for stream in listener.incoming().flatten() {
            // A reader who has gone away is no reason to stop.
            scope.spawn(|| connection(stream, &find).ok());
        }
    });
}

fn connection(mut stream: TcpStream, find: impl Fn(&str) -> Option<Found>) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let head = head(&stream)?;
    let mut words = head.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let found = if matches!(method, "GET" | "HEAD") { find(path) } else { None };
    let Some((mut file, media_type)) = found else {
        return stream.write_all(&fields("404 Not Found", "text/plain; charset=utf-8", 0));
    };
    stream.write_all(&fields("200 OK", media_type, file.metadata()?.len()))?;
    if method == "GET" {
        io::copy(&mut file, &mut stream)?;
    }
    Ok(())
}

/// Returns the first line of a request, after all of its fields are read: what is left unread would end the connection
/// before the answer has arrived.
fn head(stream: &TcpStream) -> io::Result<String> {
    let mut lines = BufReader::new(stream).take(LONGEST).lines();
    let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    Ok(first)
}

fn fields(status: &str, media_type: &str, length: u64) -> Vec<u8> {
    let general = "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close";
    format!("HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n{general}\r\n\r\n")
        .into_bytes()
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::io::{Read as _, Write as _};
    use std::net::{TcpListener, TcpStream};
    use std::thread;

    use super::answer;

    fn ask(port: u16, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    #[test]
    fn who_says_nothing_keeps_nobody_waiting() {
        let path = std::env::temp_dir().join(format!("newsprint-http-{}", std::process::id()));
        fs::write(&path, "Low tide.").expect("a file");
        let served = path.clone();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        thread::spawn(move || {
            answer(&listener, |asked| Some((File::open(&served).ok().filter(|_| asked == "/tide")?, "text/x")))
        });
        let silent: Vec<_> = (0..20).map(|_| TcpStream::connect(("127.0.0.1", port)).expect("it listens")).collect();
        let got = ask(port, "GET /tide?x=1 HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(got.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/x\r\nContent-Length: 9\r\n"), "{got}");
        assert!(got.ends_with("\r\n\r\nLow tide."), "{got}");
        assert!(ask(port, "HEAD /tide HTTP/1.1\r\n\r\n").ends_with("\r\n\r\n"));
        for wrong in ["GET /other HTTP/1.1\r\n\r\n", "POST /tide HTTP/1.1\r\n\r\n", "\r\n\r\n"] {
            assert!(ask(port, wrong).starts_with("HTTP/1.1 404 "), "{wrong}");
        }
        drop(silent);
        fs::remove_file(path).ok();
    }
}
