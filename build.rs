//! Names the build, so that the cache never mistakes what another build has made for its own.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads the sources"
)]

use std::collections::hash_map::DefaultHasher;
use std::env;
use std::fs;
use std::hash::Hasher;
use std::path::Path;
use std::path::PathBuf;

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut files = vec![root.join("Cargo.toml"), root.join("Cargo.lock")];
    list(&root.join("src"), &mut files);
    files.sort();
    // Cargo names this folder by the compiler, the profile, and the versions of all dependencies.
    let folder = env::var("OUT_DIR").unwrap_or_default();
    let unit = Path::new(&folder).parent().and_then(Path::file_name);
    let names = (0..2u8).map(|seed| {
        let mut hasher = DefaultHasher::new();
        hasher.write_u8(seed);
        hasher.write(unit.unwrap_or_default().as_encoded_bytes());
        for file in &files {
            let bytes = fs::read(file).unwrap_or_default();
            hasher.write_usize(bytes.len());
            hasher.write(&bytes);
        }
        format!("{:016x}", hasher.finish())
    });
    println!(
        "cargo::rustc-env=DUIZHAO_BUILD={}",
        names.collect::<String>()
    );
    for path in ["src", "Cargo.toml", "Cargo.lock", "build.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => list(&path, files),
            false => files.push(path),
        }
    }
}
