# The arena application in a container; --build-arg TWIN=stock for the one on Tomcat.
#
#   docker build -t uring-arena .
#   docker run --security-opt seccomp=unconfined --ulimit memlock=-1 -p 8080-8082:8080-8082 -p 8443:8443 uring-arena
#
# Container engines forbid io_uring unless told otherwise (seccomp); without the option epoll serves.

FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
ARG TWIN=native
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -q -B -pl sample-arena-app/${TWIN} -am -DskipTests package
RUN cp sample-arena-app/${TWIN}/target/uring-arena-${TWIN}-*.jar arena.jar
RUN java -Djarmode=tools -jar arena.jar extract --layers --destination extracted

FROM eclipse-temurin:25.0.3_9-jre-noble
# A home, because the static files are generated there unless /data/static is mounted.
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin arena
WORKDIR /application
# One layer each, the ones that change least first.
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
USER arena
EXPOSE 8080 8081 8082 8443
# The image has no HTTP client, but its bash opens sockets.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${PORT:-8080} && printf 'GET /pipeline HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-jar", "arena.jar"]
